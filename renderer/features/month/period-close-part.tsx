import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { APPROVES_LOCKS } from '#shared/case/close.decide.ts';
import { periodProposal } from '#shared/case/period-close.decide.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf } from '#shared/core/instant.ts';
import { addDays } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { findPeriodById, periodOf } from '#shared/procedure/duty.due.ts';
import type { ClosablePeriod, PeriodicDuty } from '#shared/reports/period.closes.ts';
import { periodInWords } from '#shared/reports/report.period.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { CasesBehind } from '#renderer/features/cases/index.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { EarlyLockDialog } from './early-lock-dialog.tsx';
import { LockPart } from './lock-part.tsx';
import { MonthChecks } from './month-checks.tsx';
import { MonthCorrections } from './month-corrections.tsx';
import { PeriodFigures } from './period-figures.tsx';
import { questionsOf } from './questions.ts';
import { useClose } from './use-close.ts';
import type { Journal } from './use-month.ts';
import { countedOf, usePeriodActs } from './use-period-acts.ts';
import { usePeriod } from './use-period.ts';
import { useRemarks } from './use-remarks.ts';

export interface PeriodClosePartProps {
  readonly owed: PeriodicDuty;
  readonly period: ClosablePeriod;
  readonly journal: Journal;
  readonly language: Language;
  readonly onOpenCase: (id: CaseId) => void;
  readonly onOpenCases: (behind: CasesBehind) => void;
}

/** One period of one report, closed as a month is; from then on with the figures of that day. */
export function PeriodClosePart(props: PeriodClosePartProps): ReactNode {
  const { owed, period, journal, language, onOpenCase, onOpenCases } = props;
  const { t } = useTranslation('month');
  const { office, me } = useOpenDesk();
  const { procedure, duty, zeroReport } = owed;
  const { done, ripe } = period;
  const which = { procedure: procedure.id, duty: duty.id, period: period.id };
  const look = usePeriod(which);
  const acts = usePeriodActs(which);
  const proposal = periodProposal(office, which);
  const of = `${procedure.id} ${duty.id} ${period.id}`;
  const remarks = useRemarks(
    { place: { form: 'close-period', of }, spans: [period.id], span: period.id },
    proposal?.remarks ?? [],
  );
  // What is closed is what was looked at when the remarks were asked for.
  const counted = useRef(look.answer && countedOf(look.answer));
  const closing = useClose(
    {
      ...{ isClosed: done !== undefined, lastDay: period.to, proposal },
      look: async () => {
        const answer = await look.again();
        counted.current = answer && countedOf(answer);
        return answer && questionsOf(answer.checks, journal);
      },
      close: said => (counted.current ? acts.close(counted.current, said) : Promise.resolve(false)),
      give: said => (counted.current ? acts.give(counted.current, said) : Promise.resolve(false)),
    },
    remarks,
    () => undefined,
  );
  const inWords = (id: string): string => {
    const days = findPeriodById(id);
    return days ? periodInWords(days.period, days, language) : id;
  };
  const named = { what: inLanguage(duty.name, language), period: inWords(period.id) };
  const words = { at: 'closes', what: t('closes.named', named), of } as const;
  const figures = done ? done.close?.figures : look.answer?.figures;
  const mayApprove = me.roles.includes(APPROVES_LOCKS);
  const corrections = look.answer?.corrections ?? [];
  const since = corrections.filter(each => each.of === period.id).length;
  return (
    <div className="month-close">
      <div role="status">
        {acts.done && <StatusText tone="ok">{t(`closes.done.${acts.done}`)}</StatusText>}
      </div>
      {done ? (
        <StatusText tone="ok">
          {t(done.close ? 'closes.kept' : 'closes.marked', { day: writtenDate(dateOf(done.at), language) })}
        </StatusText>
      ) : (
        <StatusText tone={ripe ? 'soon' : 'plain'}>{t(ripe ? 'closes.owed' : 'closes.running')}</StatusText>
      )}
      {since > 0 && <p>{t('closes.since', { count: since })}</p>}
      <LockPart
        {...{ words, proposal, language }}
        closed={done}
        busy={acts.busy || closing.looking}
        onGive={closing.give}
        onSendBack={reason => void acts.sendBack(reason)}
      />
      {!look.answer && !look.fault && <p>{t('closes.counting')}</p>}
      {look.fault && <FaultNotice title={t('notDone')} fault={look.fault} />}
      {figures && <PeriodFigures {...{ figures, zeroReport }} />}
      {done?.close?.remark !== undefined && (
        <p className="month-remark">{t('remarked', { text: done.close.remark })}</p>
      )}
      {look.answer && (done === undefined || done.close !== undefined) && (
        <section className="month-close-checks" aria-label={t('closes.checks', { what: words.what })}>
          <MonthChecks
            at="closes"
            checks={look.answer.checks}
            writing={closing.mayClose || closing.mayGive ? remarks : undefined}
            onlyNew={closing.mayGive}
            remarked={done?.close?.remarks ?? proposal?.remarks ?? []}
            {...{ journal, language, onOpenCases }}
          />
        </section>
      )}
      {closing.mayClose && figures && (
        <ActButton size="small" busy={acts.busy || closing.looking} onClick={closing.press}>
          {t(mayApprove ? 'closes.close' : 'closes.propose', named)}
        </ActButton>
      )}
      {closing.askingEarly && (
        <EarlyLockDialog
          {...words}
          next={inWords(periodOf(addDays(period.to, 1), duty.period).id)}
          onLock={closing.closeEarly}
          onKeep={closing.keepOpen}
        />
      )}
      {acts.fault && <FaultNotice title={t('notDone')} fault={acts.fault} />}
      <MonthCorrections
        corrections={corrections.filter(each => each.in === period.id)}
        of={inWords}
        {...{ language, onOpenCase }}
      />
    </div>
  );
}
