import { IconCopy, IconDeviceFloppy, IconEar, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { isSealed } from '#shared/bundle/sealing.ts';
import { identityFields } from '#shared/case/identity.rules.ts';
import { registrationForm } from '#shared/case/registration-form.ts';
import { holds } from '#shared/procedure/condition.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { Form } from '#shared/procedure/form.schema.ts';
import { isAnswered } from '#shared/procedure/guidance.filled.ts';
import { getForm } from '#shared/procedure/procedure.lookup.ts';
import { officeCards, type OfficeCard } from '#shared/case/own-cards.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isFilled, type Values } from '#shared/procedure/values.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useDrafts, useDraftStatus } from '#renderer/db/live/use-drafts.ts';
import { ResumedDraftContext } from '#renderer/db/live/use-form-draft.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { isRegistration, type Draft, type DraftFile } from '#renderer/db/live/drafts.types.ts';
import { DraftFiles } from '#renderer/features/attachments/index.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { GuidanceCards, ProcedurePicker } from '#renderer/features/procedures/index.ts';
import { formRows, ProcedureForm, valuesFrom } from '#renderer/features/procedure-form/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { BottomBar } from '#renderer/ui/frame/bottom-bar.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { ArrivedNote, useArrivedCase, type ArrivedCase } from './arrived-case.tsx';
import { DraftList } from './draft-list.tsx';
import { LookalikeList, toConsider } from './lookalike-list.tsx';
import { ReadBack } from './read-back.tsx';
import { ReceiptTime, type Receipt } from './receipt-time.tsx';
import { useLookalikes } from './use-lookalikes.ts';
import { useOnceArrived } from './use-once-arrived.ts';
import { useRegistration, type Registration } from './use-registration.ts';

export interface ReceptionPageProps {
  /** In use at a moment, the usual one first. */
  readonly proceduresOn: (at: Instant) => readonly Procedure[];
  /** Cards the office wants beside every procedure. */
  readonly cards: readonly OfficeCard[];
  readonly onOpenCase: (id: CaseId) => void;
  /** 保存并打印: leads to the paper that was just born. */
  /** To the paper the case is registered on; a register holds it among the others. */
  readonly onPrint: (id: CaseId, form: Form, procedure: string) => void;
}

const NO_FIELDS: ReadonlySet<string> = new Set();

const writtenMoment = (at: Instant): string => `${dateOf(at)} ${timeOf(at)}`;

function useTruth(registration: Registration): string {
  const { t } = useTranslation('reception');
  const draft = useDraftStatus(registration.draftId);
  if (registration.saving) return t('saving');
  if (registration.saved) return t('saved', { number: registration.saved.number });
  switch (draft.kind) {
    case 'saved':
      return t('draftSaved', { time: draft.at.slice(11, 19) });
    case 'waiting':
      return t('draftWaiting');
    case 'failed':
      return t('draftFailed');
    case 'none':
      return t('draftNone');
  }
}

/** Where a person is received: by the usual procedure, or by another that is chosen by its name. */
export function ReceptionPage({ proceduresOn, ...rest }: ReceptionPageProps): ReactNode {
  const desk = useDesk();
  const today = dateOf(useNow());
  const wanted = useContext(ResumedDraftContext);
  const [begun, setBegun] = useState(() =>
    desk.drafts.known().find(({ id, content }) => id === wanted && isRegistration(content)),
  );
  const [receipt, setReceipt] = useState<Receipt>(begun?.content.receivedAt ?? 'now');
  const [chosen, setChosen] = useState(begun?.content.procedure);
  const [carried, setCarried] = useState<Values>({});
  const [files, setFiles] = useState<readonly DraftFile[]>([]);
  const arrived = useArrivedCase(setFiles);
  // While a moment is being typed, what was in use before stays.
  const [at, setAt] = useState<Instant | null>(begun?.content.receivedAt ?? null);
  const procedures = useMemo(
    () => proceduresOn(at ?? desk.now()),
    // Which are valid changes with the day.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [proceduresOn, at, desk, today],
  );
  const [usual] = procedures;
  const procedure = procedures.find(({ id }) => id === chosen) ?? usual;
  if (!procedure) return null;

  const receive = (next: Receipt, written: Values): boolean => {
    const moment = next === 'now' || next === 'unclear' ? null : next;
    const usable = proceduresOn(moment ?? desk.now());
    if (usable.length === 0) return false;
    setReceipt(next);
    if (next === 'unclear') return true;
    setAt(moment);
    if (usable.some(({ id }) => id === procedure.id)) return true;
    setCarried(written);
    setChosen(usable.find(({ sector }) => sector.zh === procedure.sector.zh)?.id);
    return true;
  };
  return (
    <Registering
      key={procedure.id}
      {...rest}
      procedures={procedures}
      procedure={procedure}
      carried={carried}
      begun={begun?.content.procedure === procedure.id ? begun : undefined}
      onBegun={() => setBegun(undefined)}
      files={files}
      onFiles={setFiles}
      receipt={receipt}
      onReceive={receive}
      arrived={arrived}
      onChange={(id, typed) => {
        const next = procedures.find(each => each.id === id);
        void arrived.fill(next).then(values => {
          setCarried({ ...values, ...typed });
          setChosen(id);
        });
      }}
    />
  );
}

interface RegisteringProps extends Omit<ReceptionPageProps, 'proceduresOn'> {
  /** In use on the day of receipt, the usual one first. */
  readonly procedures: readonly Procedure[];
  readonly procedure: Procedure;
  readonly receipt: Receipt;
  /** False where nothing is in use on that day. */
  readonly onReceive: (receipt: Receipt, typed: Values) => boolean;
  /** What was typed before the procedure was changed. */
  readonly carried: Values;
  readonly onChange: (procedure: string, typed: Values) => void;
  /** The draft the page was opened to go on with, once. */
  readonly begun: Draft | undefined;
  readonly onBegun: () => void;
  /** Handed in so far, whichever procedure it will be. */
  readonly files: readonly DraftFile[];
  readonly onFiles: (files: readonly DraftFile[]) => void;
  readonly arrived: ArrivedCase;
}

/** A complaint is taken down while the person talks; the form is that of the paper. */
function Registering(props: RegisteringProps): ReactNode {
  const { procedures, procedure, cards, carried, receipt, onReceive, onChange, onOpenCase, onPrint } = props;
  const { arrived } = props;
  const { t, i18n } = useTranslation('reception');
  const { t: words } = useTranslation('procedures');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const desk = useDesk();
  const { me, office } = useOpenDesk();
  const now = useNow();
  const registration = useRegistration(procedure, carried, {
    receipt,
    onReceipt: next => void onReceive(next, {}),
    ...{ files: props.files, onFiles: props.onFiles },
    ...{ transferred: arrived.transferred, onTransferred: arrived.onTransferred },
  });
  const [arriving, setArriving] = useState(false);
  const [picking, setPicking] = useState(false);
  const [reading, setReading] = useState(false);
  const { earlier } = registration;
  const alike = useLookalikes(procedure, {
    typed: registration.typed,
    written: registration.written,
    receivedAt: receipt === 'now' || receipt === 'unclear' ? undefined : receipt,
  });
  const considered = toConsider(alike, earlier).length;
  // What is typed is a draft on the disk before the page goes.
  const look = async (id: CaseId): Promise<void> => {
    await desk.drafts.flush();
    onOpenCase(id);
  };
  const drafts = useDrafts();
  const truth = useTruth(registration);
  const typed = registration.typed;
  const form = getForm(procedure, registrationForm(procedure, typed));
  const { person, anonymous_if: anonymousIf } = procedure.registration;
  const namedAnonymous = anonymousIf !== undefined && holds(anonymousIf, typed) && isFilled(typed[person]);
  const rows = formRows(procedure, form, procedure.registration.fields);
  const others = (drafts ?? []).filter(
    draft =>
      isRegistration(draft.content) &&
      draft.content.procedure === procedure.id &&
      draft.id !== registration.draftId,
  );

  const systemText = (field: Field): string => {
    switch (field.system) {
      case 'registered-at':
        return writtenMoment(now);
      case 'received-at':
        return receipt === 'unclear' ? '' : writtenMoment(receipt === 'now' ? now : receipt);
      case 'registered-by':
        return me.name;
      case 'register-number':
        return t('numberLater');
      case undefined:
        return '';
    }
  };

  /** Where the writing begins: the first field of the paper in which nothing stands yet. */
  const beginWriting = (): void => {
    const filled = valuesFrom(procedure.fields, registration.form.getValues());
    const first = rows
      .flatMap(({ cells }) => cells)
      .find(({ field: { key, system } }) => system === undefined && filled[key] === undefined);
    if (first) registration.form.setFocus(first.field.key);
  };
  const { saved } = registration;
  useEffect(() => {
    if (!props.begun) return;
    registration.resume(props.begun);
    props.onBegun();
    // Once, when the page comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const isNew = useRef(true);
  useEffect(() => {
    // When the page comes and when a case was saved, never while somebody types.
    if (isNew.current || saved) beginWriting();
    isNew.current = false;
    // What `beginWriting` looks at changes with every key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [saved]);

  const saveAndPrintNow = async (): Promise<void> => {
    const saved = await registration.save();
    if (saved) onPrint(saved.caseId, form, procedure.id);
  };
  const saving = useOnceArrived(arriving, {
    save: () => void registration.save(),
    print: () => void saveAndPrintNow(),
  });
  const save: Command = {
    ...{ id: 'save', name: t('save'), key: 'F9', group: 'here' },
    run: () => saving.ask('save'),
  };
  const saveAndPrintIt: Command = {
    ...{ id: 'save-and-print', name: t('saveAndPrint'), key: 'F10', group: 'here' },
    run: () => saving.ask('print'),
  };
  const readBack: Command = {
    ...{ id: 'read-back', name: t('readBack.act'), key: 'F8', group: 'here' },
    run: () => setReading(true),
  };
  const clear: Command = { id: 'clear', name: t('clear'), group: 'here', run: registration.clear };
  useCommands([readBack, save, saveAndPrintIt, clear]);
  const own = officeCards(procedure.id, procedure.guidance, office);
  const guidance = [...own.filter(({ steps }) => steps.length === 0), ...cards];

  const savedCase = registration.saved?.caseId;
  const { readBack: readAt } = registration;
  const readBackWords =
    readAt !== null &&
    (readAt === 'lapsed' ? t('readBack.lapsed') : t('readBack.confirmed', { time: timeOf(readAt) }));
  const note = [
    receipt === 'unclear' && t('receipt.first'),
    registration.missing.length > 0 && t('missing', { count: registration.missing.length }),
    registration.refused.length > 0 && t('refused', { count: registration.refused.length }),
    namedAnonymous && t('namedAnonymous'),
    earlier.repeatOf && t('lookalikes.chosen', { number: earlier.repeatOf.number }),
    readBackWords,
  ].find(words => words !== false && words !== undefined);
  return (
    <>
      <PageHead
        title={t('title')}
        sub={procedures.length > 1 ? undefined : inLanguage(procedure.name, language)}
        beside={
          procedures.length > 1 && (
            <ProcedurePicker
              procedures={procedures}
              chosen={procedure}
              language={language}
              open={picking}
              onOpenChange={setPicking}
              onChoose={id => onChange(id, registration.written)}
            />
          )
        }
        actions={
          <>
            {receipt === 'now' && (
              <ActButton rank="text" onClick={() => onReceive('unclear', registration.written)}>
                {t('receipt.earlier')}
              </ActButton>
            )}
            <ActButton rank="text" command={clear} />
          </>
        }
        below={
          receipt === 'now' ? undefined : (
            <ReceiptTime
              key={registration.draftId}
              receipt={receipt}
              onChange={next => onReceive(next, registration.written)}
            />
          )
        }
      />
      <PageColumns
        leastMain={44}
        side={
          <SideColumn
            sections={[
              ...(others.length > 0
                ? [
                    {
                      id: 'drafts',
                      title: t('unfinished'),
                      icon: IconPencil,
                      count: others.length,
                      amount: t('unfinishedAmount', { count: others.length }),
                      content: (
                        <DraftList
                          drafts={others}
                          procedure={procedure}
                          language={language}
                          onResume={registration.resume}
                          onDrop={draft => void desk.drafts.remove(draft.id)}
                        />
                      ),
                    },
                  ]
                : []),
              ...(guidance.length > 0
                ? [
                    {
                      id: 'guidance',
                      panelKey: 'F7',
                      title: words('guidance'),
                      note: words('notPrinted'),
                      content: (
                        <GuidanceCards
                          cards={guidance}
                          language={language}
                          isFilled={by => isAnswered(by, procedure, typed)}
                        />
                      ),
                    },
                  ]
                : []),
              {
                id: 'lookalikes',
                panelKey: 'F6',
                title: t('lookalikes.title'),
                icon: IconCopy,
                count: considered,
                amount: considered > 0 ? t('lookalikes.amount', { count: considered }) : undefined,
                pinned: true,
                content: (
                  <LookalikeList
                    found={alike}
                    choice={earlier}
                    procedure={procedure}
                    language={language}
                    onChoose={registration.sayOfEarlier}
                    onLook={id => void look(id)}
                  />
                ),
              },
            ]}
          />
        }
        foot={
          <BottomBar status={saving.isWaiting ? t('saving') : truth} note={note}>
            {savedCase !== undefined && (
              <ActButton rank="text" onClick={() => onOpenCase(savedCase)}>
                {t('openSaved')}
              </ActButton>
            )}
            <ActButton icon={<IconEar size={20} aria-hidden />} command={readBack} />
            <ActButton
              icon={<IconDeviceFloppy size={20} aria-hidden />}
              command={save}
              busy={registration.saving || saving.isWaiting}
            />
            <ActButton
              rank="filled"
              icon={<IconPrinter size={20} aria-hidden />}
              command={saveAndPrintIt}
              busy={registration.saving || saving.isWaiting}
            />
          </BottomBar>
        }
      >
        {arrived.transferred && <ArrivedNote {...arrived.transferred} />}
        {arrived.fault && <FaultNotice title={t('notFilled')} fault={arrived.fault} />}
        {registration.fault && (
          <FaultNotice title={t('notSaved')} fault={registration.fault} procedure={procedure} />
        )}
        <p className="sr" role="status">
          {considered > 0 && t('lookalikes.live', { count: considered })}
        </p>
        <ReadBack
          open={reading}
          rows={rows}
          values={Object.keys(registration.written).length > 0 ? typed : {}}
          quiet={isSealed(procedure, typed) ? identityFields(procedure, typed) : NO_FIELDS}
          language={language}
          onConfirm={() => {
            registration.confirmReadBack();
            setReading(false);
          }}
          onCorrect={key => {
            setReading(false);
            // After the dialog has given the focus back.
            if (key !== undefined) requestAnimationFrame(() => registration.form.setFocus(key));
          }}
        />
        <ProcedureForm
          procedure={procedure}
          label={inLanguage(form.name, language)}
          rows={rows}
          form={registration.form}
          language={language}
          now={() => writtenMoment(desk.now())}
          missing={registration.missing}
          refused={registration.refused}
          systemText={systemText}
          paper={form}
        />
        <DraftFiles
          key={registration.draftId}
          draftId={registration.draftId}
          files={registration.files}
          onChange={registration.keepFiles}
          onBusy={setArriving}
        />
      </PageColumns>
    </>
  );
}
