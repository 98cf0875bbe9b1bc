import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { registrationForm } from '#shared/case/registration-form.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { standingOf } from '#shared/case/standing.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { monthOf } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { valueInWords } from '#shared/procedure/field.kinds.ts';
import { getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { FieldValue } from '#shared/procedure/values.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { filledOf, useIdentity } from '#renderer/features/identity/index.ts';
import { formRows, ProcedureForm } from '#renderer/features/procedure-form/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { useReturnFocus } from '#renderer/ui/command/use-return-focus.ts';
import { Note } from '#renderer/ui/notice/note.tsx';
import { LongTextCell } from '#renderer/ui/paper-form/long-text-cell.tsx';
import { PaperCell } from '#renderer/ui/paper-form/paper-cell.tsx';
import { PaperForm, PaperRow } from '#renderer/ui/paper-form/paper-form.tsx';
import { changedValues, correctableFields, type FieldChange } from './correction.changes.ts';
import { FieldMergeNote } from './field-merge-note.tsx';
import { useCorrection } from './use-correction.ts';

export interface CaseCorrectionProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly language: Language;
  readonly draft: Draft | undefined;
  readonly onDone: () => void;
}

/** The register form with what the case says now, to put it right; what changes is seen before it is saved. */
export function CaseCorrection({
  procedure,
  state,
  language,
  draft: found,
  onDone,
}: CaseCorrectionProps): ReactNode {
  const { t } = useTranslation('case');
  const { t: secret } = useTranslation('identity');
  const desk = useDesk();
  const { covered } = useIdentity(procedure, state);
  // What was there when it was opened: what is typed now becomes a draft too.
  const [draft] = useState(found);
  const correction = useCorrection({ procedure, state, covered, draft });
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'start' });
    panel.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);

  const { changes, form, missing, refused, reason, needsReason } = correction;
  const fields = correctableFields(procedure);
  const asked = fields.map(({ key }) => key);
  const known = Object.fromEntries(Object.entries(state.values).filter(([key]) => !asked.includes(key)));
  const paper = getForm(
    procedure,
    registrationForm(procedure, { ...state.values, ...changedValues(changes) }),
  );
  const save = async (): Promise<void> => {
    if (await correction.save()) onDone();
    else panel.current?.querySelector<HTMLElement>('.case-merge button')?.focus();
  };
  const kept: Command = {
    ...{ id: 'save-correction', name: t('correction.save'), key: 'Ctrl+Enter', group: 'here' },
    run: () => void save(),
  };
  const left: Command = { id: 'leave', name: t('correction.later'), key: 'Esc', group: 'here', run: onDone };
  useCommands([kept, left], panel);
  useReturnFocus(panel);
  return (
    <section ref={panel} className="case-step" aria-label={t('correction.title')}>
      <h2>{t('correction.title')}</h2>
      <Standing procedure={procedure} state={state} resumed={draft !== undefined} />
      <FieldMergeNote merging={correction.merging} covered={covered} language={language} />
      <ProcedureForm
        label={t('correction.form')}
        procedure={procedure}
        rows={formRows(procedure, paper, asked)}
        form={form}
        language={language}
        now={() => `${dateOf(desk.now())} ${timeOf(desk.now())}`}
        missing={missing}
        refused={refused}
        known={known}
        covered={{
          fields: filledOf(covered, { ...state.values, ...draft?.content.values }),
          words: secret('value'),
        }}
        paper={paper}
      />
      <PaperForm label={t('more')}>
        <PaperRow>
          <PaperCell label={t('reason')} hint={needsReason ? undefined : t('correction.mayBeEmpty')} full>
            <LongTextCell
              value={reason}
              maxLength={500}
              onChange={event => correction.setReason(event.currentTarget.value)}
            />
          </PaperCell>
        </PaperRow>
      </PaperForm>
      <Changes changes={changes} covered={covered} language={language} />
      {correction.fault && (
        <FaultNotice title={t('correction.notSaved')} fault={correction.fault} procedure={procedure} />
      )}
      <div className="case-step-acts">
        <ActButton rank="filled" busy={correction.busy} disabled={changes.length === 0} command={kept} />
        <ActButton command={left} />
        <ActButton
          rank="text"
          onClick={() => {
            correction.drop();
            onDone();
          }}
        >
          {t('correction.drop')}
        </ActButton>
      </div>
    </section>
  );
}

/** What is to be known of this case before it is corrected. */
function Standing({
  procedure,
  state,
  resumed,
}: Pick<CaseCorrectionProps, 'procedure' | 'state'> & { readonly resumed: boolean }): ReactNode {
  const { t } = useTranslation('case');
  const { office } = useOpenDesk();
  const month = monthOf(dateOf(state.receivedAt));
  const isLocked = office.months.some(({ period }) => period === month);
  const isClosed = standingOf(procedure, state).status !== 'open';
  const isPrinted = state.documents.some(({ prints }) => prints.length > 0);
  const said = [
    ...(resumed ? [t('correction.resumed')] : []),
    ...(isPrinted ? [t('correction.printed')] : []),
    ...(isClosed ? [t('correction.closed')] : []),
    ...(isLocked ? [t('correction.monthLocked', { month })] : []),
  ];
  return said.length === 0 ? null : <Note tone="soon">{said.join('')}</Note>;
}

/** Old and new of each field, before it is saved. */
function Changes({
  changes,
  covered,
  language,
}: {
  readonly changes: readonly FieldChange[];
  readonly covered: ReadonlySet<string>;
  readonly language: Language;
}): ReactNode {
  const { t } = useTranslation('case');
  const { t: secret } = useTranslation('identity');
  const words = ({ field }: FieldChange, value: FieldValue): string => {
    const told = valueInWords(field, value, language);
    return told === '' ? t('empty') : covered.has(field.key) ? secret('value') : told;
  };
  return (
    <div className="case-changes" role="group" aria-label={t('correction.changes')}>
      <h3>{t('correction.changes')}</h3>
      {changes.length === 0 && <p>{t('correction.none')}</p>}
      <dl>
        {changes.map(change => (
          <div key={change.field.key}>
            <dt>{inLanguage(change.field.label, language)}</dt>
            <dd>
              <del>{words(change, change.before)}</del>
              <ins>{words(change, change.after)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
