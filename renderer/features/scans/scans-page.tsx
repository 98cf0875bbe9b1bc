import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import { Progress } from '#renderer/ui/notice/progress.tsx';
import { DoubtItem } from './doubt-item.tsx';
import { FiledList } from './filed-list.tsx';
import { HandIn } from './hand-in.tsx';
import type { ScanLine } from './scan-line.types.ts';
import './scans-page.css';
import type { Filing } from './use-filing.ts';

export interface ScansPageProps {
  readonly filing: Filing;
  readonly onOpenCase: (id: CaseId) => void;
}

interface DoubtsProps {
  readonly lines: readonly ScanLine[];
  readonly filing: Filing;
}

const Doubts = ({ lines, filing }: DoubtsProps): ReactNode => (
  <ul className="scan-list">
    {lines.map(line =>
      line.outcome.kind === 'filed' ? null : (
        <DoubtItem
          key={line.id}
          line={line}
          outcome={line.outcome}
          onPlace={(placement, words) => filing.place(line.id, placement, words)}
          onDrop={() => filing.drop(line.id)}
        />
      ),
    )}
  </ul>
);

/** 扫描件归位: signed papers come back as pictures, and each page goes to its case by the code at its foot. */
export function ScansPage({ filing, onOpenCase }: ScansPageProps): ReactNode {
  const { t } = useTranslation('scans');
  const { lines, progress, stopped } = filing;
  const filed = lines.flatMap(({ outcome }) => (outcome.kind === 'filed' ? [outcome.filed] : []));
  const blank = lines.filter(({ outcome }) => outcome.kind === 'blank');
  const doubts = lines.filter(({ outcome }) => outcome.kind !== 'filed' && outcome.kind !== 'blank');
  return (
    <>
      <PageHead title={t('title')} sub={t('sub')} />
      <PageColumns>
        <div className="scans">
          <HandIn onFiles={filing.add} />
          {progress && (
            <Progress
              label={t('reading')}
              done={progress.done}
              total={progress.total}
              words={t('readingWords', { done: progress.done, total: progress.total })}
              onCancel={filing.cancel}
            />
          )}
          <p role="status" className="scan-quiet">
            {lines.length > 0 && !progress && t('summary', { filed: filed.length, doubts: doubts.length })}
          </p>
          {stopped > 0 && <Note tone="soon">{t('stopped', { count: stopped })}</Note>}
          {doubts.length > 0 && (
            <section aria-label={t('doubts')}>
              <h2>{t('doubtsCount', { count: doubts.length })}</h2>
              <Doubts lines={doubts} filing={filing} />
            </section>
          )}
          {filed.length > 0 && (
            <section aria-label={t('filedTitle')}>
              <h2>{t('filedCount', { count: filed.length })}</h2>
              <FiledList filed={filed} onOpenCase={onOpenCase} />
              <ActButton size="small" rank="text" onClick={filing.clear}>
                {t('clear')}
              </ActButton>
            </section>
          )}
          {blank.length > 0 && (
            <details>
              <summary>{t('blankCount', { count: blank.length })}</summary>
              <Doubts lines={blank} filing={filing} />
            </details>
          )}
        </div>
      </PageColumns>
    </>
  );
}
