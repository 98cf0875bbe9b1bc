import type { Figure, Unmeasured } from './row.ts';

export type Verdict = 'reached' | 'missed' | 'no aim';

export function verdictOf({ ms, peer, most }: Figure): Verdict {
  if (most === undefined) return 'no aim';
  if ('ms' in most) return ms <= most.ms ? 'reached' : 'missed';
  if (peer === undefined) return 'no aim';
  return ms / peer.ms <= most.ratio ? 'reached' : 'missed';
}

export function milliseconds(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  return ms >= 100 ? `${ms.toFixed(0)} ms` : `${ms.toPrecision(3)} ms`;
}

function aim({ most }: Figure): string {
  if (most === undefined) return '–';
  return 'ms' in most ? `≤ ${milliseconds(most.ms)}` : `≤ ${most.ratio}×`;
}

const HEADINGS = ['work', 'here', 'compared with', 'there', 'ratio', 'aim', ''] as const;

/** For the console, in columns. */
export function table(figures: readonly Figure[], unmeasured: readonly Unmeasured[]): string {
  const rows = [
    [...HEADINGS],
    ...figures.map(figure => [
      figure.work,
      milliseconds(figure.ms),
      figure.peer?.name ?? '–',
      figure.peer ? milliseconds(figure.peer.ms) : '–',
      figure.peer ? `${(figure.ms / figure.peer.ms).toFixed(2)}×` : '–',
      aim(figure),
      { reached: '✓', missed: '✗', 'no aim': '' }[verdictOf(figure)],
    ]),
  ];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const lines = rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const remarks = figures.flatMap(({ work, remark }) => (remark ? [`  ${work}: ${remark}`] : []));
  const absent = unmeasured.map(({ work, because }) => `  ${work}: not measured, ${because}`);
  return [...lines, ...(remarks.length + absent.length > 0 ? [''] : []), ...remarks, ...absent].join('\n');
}
