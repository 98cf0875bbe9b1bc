import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseEvent } from '#shared/case/case.events.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { isLive } from '#shared/case/live-papers.ts';
import { owedPapers, waivedSignature } from '#shared/case/owed-papers.ts';
import { registrationForm } from '#shared/case/registration-form.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { isCaseForm, type CaseForm } from '#shared/procedure/form.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useIdentity } from '#renderer/features/identity/index.ts';
import { isCorrectedSince } from '#renderer/features/paper/index.ts';
import { CaseScans } from '#renderer/features/scans/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Track, type TrackStep } from '#renderer/ui/list/track.tsx';
import { ActWithReason } from './act-with-reason.tsx';
import { UnsignedPaper } from './unsigned-paper.tsx';

export interface CasePapersProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  /** The history of the case; undefined while loading. */
  readonly events: readonly CaseEvent[] | undefined;
  readonly language: Language;
  readonly onOpen: (form: string) => void;
  readonly onOpenClocks: () => void;
  readonly onOpenFile: () => void;
}

interface PaperProps extends Omit<CasePapersProps, 'events' | 'onOpenClocks' | 'onOpenFile'> {
  /** The case was corrected since, in something the paper says. */
  readonly outdated: boolean;
  /** Scans show a person's hand: they wait until the identity is open. */
  readonly covered: boolean;
  readonly form: CaseForm;
  readonly owed: boolean;
}

function Paper(props: PaperProps): ReactNode {
  const { form, owed, procedure, state, language, covered, outdated, onOpen } = props;
  const { t } = useTranslation('case');
  const desk = useDesk();
  const made = state.documents.filter(document => document.form === form.id && isLive(state, document));
  const last = made.at(-1);
  const scanned = made.findLast(({ scans }) => scans.length > 0);
  const copies = made.flatMap(document => document.prints).reduce((sum, print) => sum + print.copies, 0);
  const padSigned = last?.padSignatures?.length ?? 0;
  const number = state.numbers[form.id];
  const steps: readonly TrackStep[] = [
    ...(copies > 0 ? [{ label: t('printedCopies', { count: copies }), state: 'done' as const }] : []),
    // Owed again by a later step, whatever was printed before.
    ...(owed ? [{ label: t('owed'), state: 'waiting' as const }] : []),
    ...(copies === 0 && !owed ? [{ label: t('notPrinted'), state: 'open' as const }] : []),
    ...(outdated ? [{ label: t('correction.outdated'), state: 'waiting' as const }] : []),
    ...(scanned && scanned.scans.length < scanned.pages
      ? [
          {
            label: t('scanned', { there: scanned.scans.length, pages: scanned.pages }),
            state: 'waiting' as const,
          },
        ]
      : []),
    ...(padSigned > 0 && last?.signedAt === undefined
      ? [{ label: t('padSigned', { count: padSigned }), state: 'waiting' as const }]
      : []),
    ...(last?.signedAt !== undefined
      ? [{ label: t(last.signedOnPad ? 'signedOnPad' : 'signed'), state: 'done' as const }]
      : []),
    ...(waivedSignature(state, form.id) ? [{ label: t('unsigned.done'), state: 'done' as const }] : []),
  ];
  return (
    <li>
      <div>
        <strong>{inLanguage(form.name, language)}</strong>{' '}
        <small className="num">
          {form.id} {number}
        </small>{' '}
        {last?.outside && <small className="case-outside">{t('outside')}</small>}
        <Track steps={steps} />
        {last &&
          (last.prints.length > 0 || last.outside !== undefined || padSigned > 0) &&
          last.signedAt === undefined && (
            <div className="case-paper-acts">
              {last.prints.length > 0 && (
                <ActButton
                  size="small"
                  rank="text"
                  onClick={() => void desk.submitCase(state.id, { type: 'record-signed', document: last.id })}
                >
                  {t('cameBack')}
                </ActButton>
              )}
              <ActWithReason
                id={state.id}
                form="void"
                of={last.id}
                words={t('void')}
                command={reason => ({ type: 'void-document', document: last.id, reason })}
              />
            </div>
          )}
        <UnsignedPaper form={form.id} {...{ procedure, state, language }} />
      </div>
      <div className="case-paper-look">
        <ActButton size="small" onClick={() => onOpen(form.id)}>
          {t('openPaper')}
        </ActButton>
        {scanned && !covered && <CaseScans document={scanned} name={inLanguage(form.name, language)} />}
      </div>
    </li>
  );
}

/** The papers of the procedure on this case: those owed or made first, the others behind one line. */
export function CasePapers(props: CasePapersProps): ReactNode {
  const { procedure, state, events, language, onOpen, onOpenClocks, onOpenFile } = props;
  const { t } = useTranslation('case');
  const { office } = useOpenDesk();
  const covered = useIdentity(procedure, state).covered.size > 0;
  const owed = new Set(owedPapers(procedure, state).map(({ form }) => form));
  const first = registrationForm(procedure, state.values);
  const isNear = ({ id }: CaseForm): boolean =>
    id === first || owed.has(id) || state.documents.some(document => document.form === id);
  // Registers hold every case; they are opened at the procedure.
  const forms = procedure.forms.filter(isCaseForm);
  const near = forms.filter(isNear);
  const others = forms.filter(form => !isNear(form));
  const outdated = useMemo(() => {
    const made = new Set(state.documents.map(({ form }) => form));
    const corrected = procedure.forms
      .filter(isCaseForm)
      .filter(
        form => made.has(form.id) && isCorrectedSince({ procedure, form, office, state }, events ?? []),
      );
    return new Set(corrected.map(({ id }) => id));
  }, [procedure, office, state, events]);
  const paper = (form: CaseForm): ReactNode => (
    <Paper
      key={form.id}
      form={form}
      owed={owed.has(form.id)}
      outdated={outdated.has(form.id)}
      {...{ procedure, state, language, covered, onOpen }}
    />
  );
  return (
    <>
      <ul className="case-papers">
        {near.map(paper)}
        <li>
          <div>
            <strong>{t('clocksPaper')}</strong> <small>{t('clocksPaperOf')}</small>
          </div>
          <ActButton size="small" onClick={onOpenClocks}>
            {t('openPaper')}
          </ActButton>
        </li>
        <li>
          <div>
            <strong>{t('filePaper')}</strong> <small>{t('filePaperOf')}</small>
          </div>
          <ActButton size="small" onClick={onOpenFile}>
            {t('openPaper')}
          </ActButton>
        </li>
      </ul>
      {others.length > 0 && (
        <details className="case-papers-others">
          <summary>{t('otherPapers', { count: others.length })}</summary>
          <ul className="case-papers">{others.map(paper)}</ul>
        </details>
      )}
    </>
  );
}
