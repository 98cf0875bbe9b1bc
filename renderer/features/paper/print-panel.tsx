import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import type { DocumentState } from '#shared/case/case.state.ts';
import { writtenDay } from '#shared/calendar/chinese-date.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import type { Language } from '#shared/core/text.ts';
import type { PrinterAnswer } from '#shared/ipc/answers.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';

export interface PrintPanelProps {
  readonly caseId: CaseId;
  readonly document: DocumentState | undefined;
  readonly title: string;
  readonly number: string;
  readonly language: Language;
}

const MOST_COPIES = 99;

/** Which printer, how many, and who printed it before. */
export function PrintPanel({ caseId, document, title, number, language }: PrintPanelProps): ReactNode {
  const { t } = useTranslation('paper');
  const desk = useDesk();
  const words = useFaultWords();
  const [printers, setPrinters] = useState<readonly PrinterAnswer[]>();
  const [chosen, setChosen] = useState('');
  const [copies, setCopies] = useState('1');
  const [duplex, setDuplex] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly tone: 'ok' | 'over'; readonly words: string } | null>(null);

  useEffect(() => {
    void desk.api.printers.list().then(reply => {
      const found = reply.ok ? reply.value : [];
      setPrinters(found);
      setChosen((found.find(({ isDefault }) => isDefault) ?? found[0])?.name ?? '');
    });
  }, [desk]);

  const count = Number(copies);
  const print = async (): Promise<void> => {
    if (!document || busy) return;
    if (!Number.isInteger(count) || count < 1 || count > MOST_COPIES) {
      setSaid({ tone: 'over', words: t('print.copiesWrong') });
      return;
    }
    setBusy(true);
    const order = { sha256: document.sha256, printer: chosen, copies: count, duplex, title: document.form };
    const printed = await desk.api.papers.print(order);
    const recorded = printed.ok
      ? await desk.submitCase(caseId, {
          type: 'record-print',
          document: document.id,
          printer: chosen,
          copies: count,
        })
      : printed;
    setBusy(false);
    setSaid(
      recorded.ok
        ? {
            tone: 'ok',
            words: t('status.recorded', { nth: document.prints.length + 1, copies: count, printer: chosen }),
          }
        : {
            tone: 'over',
            words: t(printed.ok ? 'status.notRecorded' : 'status.notPrinted', {
              what: words(recorded.error).short,
            }),
          },
    );
  };

  const save = async (): Promise<void> => {
    if (!document) return;
    // Numbers only: a file name must not say who complained.
    const reply = await desk.api.papers.save({ sha256: document.sha256, name: `${document.form} ${number}` });
    setSaid(
      reply.ok
        ? {
            tone: 'ok',
            words:
              reply.value.path === null
                ? t('status.notSaved')
                : t('status.saved', { path: reply.value.path }),
          }
        : { tone: 'over', words: words(reply.error).short },
    );
  };

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return;
      event.preventDefault();
      if (!event.repeat) void print();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  const prints = document?.prints ?? [];
  const hasPrinter = printers !== undefined && printers.length > 0;
  return (
    <div className="paper-panel">
      {hasPrinter ? (
        <>
          <label className="paper-field">
            <span>{t('print.printer')}</span>
            <select value={chosen} onChange={event => setChosen(event.currentTarget.value)}>
              {printers.map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <div className="paper-fields">
            <label className="paper-field">
              <span>{t('print.copies')}</span>
              <input
                className="num"
                inputMode="numeric"
                value={copies}
                onChange={event => setCopies(event.currentTarget.value)}
              />
            </label>
            <label className="paper-field">
              <span>{t('print.sides')}</span>
              <select
                value={duplex ? 'two' : 'one'}
                onChange={event => setDuplex(event.currentTarget.value === 'two')}
              >
                <option value="one">{t('print.oneSided')}</option>
                <option value="two">{t('print.twoSided')}</option>
              </select>
            </label>
          </div>
        </>
      ) : (
        <p>
          <b>{t('print.none')}</b> {t('print.noneHint')}
        </p>
      )}
      {hasPrinter && (
        <ActButton
          rank="filled"
          size="big"
          keyHint="Ctrl+P"
          busy={busy || !document}
          icon={<IconPrinter size={22} aria-hidden />}
          onClick={() => void print()}
        >
          {busy ? t('print.printing') : t('print.act', { count: Number.isInteger(count) ? count : 1 })}
        </ActButton>
      )}
      <ActButton
        icon={<IconDeviceFloppy size={20} aria-hidden />}
        busy={!document}
        onClick={() => void save()}
      >
        {t('print.save')}
      </ActButton>
      <div role="status" className="paper-said">
        {said && <StatusText tone={said.tone}>{said.words}</StatusText>}
      </div>
      <h2>{t('history.title')}</h2>
      {prints.length === 0 ? (
        <p>{t('history.none')}</p>
      ) : (
        <ul className="paper-history" aria-label={title}>
          {prints.map(print => (
            <li key={print.at}>
              <span className="num">
                {t('history.line', { day: writtenDay(dateOf(print.at), language), time: timeOf(print.at) })}
              </span>{' '}
              {print.by} {t('history.copies', { copies: print.copies })}
            </li>
          ))}
        </ul>
      )}
      {prints.length > 0 && <small>{t('history.reprint', { nth: prints.length + 1 })}</small>}
    </div>
  );
}
