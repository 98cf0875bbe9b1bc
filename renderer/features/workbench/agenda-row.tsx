import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyEntry } from '#shared/agenda/agenda.entry.ts';
import { inLanguage } from '#shared/core/text.ts';
import { periodInWords } from '#shared/reports/report.period.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { DeadlineMark } from '#renderer/ui/deadline/deadline-mark.tsx';
import type { AgendaLine, LineTarget } from './agenda-line.ts';

function DutyDone({ entry }: { readonly entry: DutyEntry }): ReactNode {
  const { t, i18n } = useTranslation('workbench');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const desk = useDesk();
  const [fault, setFault] = useState<AnyFault | null>(null);
  const note = async (): Promise<void> => {
    const { procedure, duty, period } = entry;
    const marked = await desk.submitOffice({ type: 'mark-duty', procedure, duty, period: period.id });
    setFault(marked.ok ? null : marked.error);
  };
  const named = {
    what: inLanguage(entry.what, language),
    period: periodInWords(entry.every, entry.period, language),
  };
  return (
    <>
      <ActButton size="small" aria-label={t('dutyDoneOf', named)} onClick={() => void note()}>
        {t('dutyDone')}
      </ActButton>
      {fault && <FaultNotice title={t('notSaved')} fault={fault} />}
    </>
  );
}

export interface AgendaRowProps {
  readonly line: AgendaLine;
  /** Reached with the arrows of the list; Tab reaches one line of it. */
  readonly reachable: boolean;
  readonly onOpen: (target: LineTarget) => void;
  readonly onFocus: () => void;
}

export function AgendaRow({ line, reachable, onOpen, onFocus }: AgendaRowProps): ReactNode {
  const { me } = useOpenDesk();
  return (
    <li className="workbench-row">
      <button
        type="button"
        className="workbench-line"
        data-line={line.key}
        tabIndex={reachable ? 0 : -1}
        onFocus={onFocus}
        onClick={() => onOpen(line.target)}
      >
        <span className="workbench-mark">
          <DeadlineMark state={line.state} words={line.mark} />
        </span>{' '}
        <span className="workbench-text">
          <strong>{line.title}</strong>{' '}
          <span className="workbench-pieces">
            {line.pieces.map((piece, index) => (
              <span key={index} className="num">
                {piece}{' '}
              </span>
            ))}
          </span>
        </span>{' '}
        <span className="workbench-act">{line.act}</span>
      </button>
      {line.duty && me.roles.includes('records-officer') && <DutyDone entry={line.duty} />}
    </li>
  );
}
