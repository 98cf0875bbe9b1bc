import type { Outcome } from './outcome.ts';

const LINES_OF_DETAIL = 12;

/** The end of a run. Its last line is read by machines and is exactly `N passed, N failed`. */
export function summary({ passed, failed, skipped }: Outcome): string {
  const lines: string[] = [];
  if (skipped.length > 0) {
    lines.push(
      '',
      `${skipped.length} skipped:`,
      ...skipped.map(({ name, reason }) => `  ${name}: ${reason}`),
    );
  }
  if (failed.length > 0) {
    lines.push('', 'Failed:');
    for (const { name, detail } of failed) lines.push(`  ${name}`, ...shorten(detail));
  }
  return [...lines, '', `${passed} passed, ${failed.length} failed`].join('\n');
}

function shorten(detail: string): string[] {
  const lines = detail.split('\n').filter(line => line.trim() !== '');
  const shown = lines.slice(0, LINES_OF_DETAIL).map(line => `      ${line}`);
  const left = lines.length - shown.length;
  return left > 0 ? [...shown, `      … and ${left} more lines above`] : shown;
}
