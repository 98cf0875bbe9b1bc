import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportProgress } from '#shared/bundle/export-progress.ts';
import { Progress } from '#renderer/ui/notice/progress.tsx';

const MEGABYTE = 1e6;

/** What is being done to the bundle now, and how much of it is done. */
export function ExportBar({
  progress,
  onCancel,
}: {
  readonly progress: ExportProgress | null;
  readonly onCancel: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation('month');
  if (progress === null) return <Progress label={t('exporting')} done={0} total={null} onCancel={onCancel} />;
  const { phase, done, total } = progress;
  const megabytes = (bytes: number): string =>
    (bytes / MEGABYTE).toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  const words =
    total > 0
      ? t('amount', {
          percent: Math.floor((100 * done) / total),
          done: megabytes(done),
          total: megabytes(total),
        })
      : t('papersSet', { amount: done });
  return (
    <Progress
      label={t(`phase.${phase}`)}
      done={done}
      total={total > 0 ? total : null}
      words={words}
      onCancel={onCancel}
    />
  );
}
