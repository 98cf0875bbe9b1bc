import type { TFunction } from 'i18next';
import type { AgendaEntry } from '#shared/agenda/agenda.entry.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { LiveAgenda } from '#renderer/db/live/use-agenda.ts';

const SPOKEN = 3;

/** What is told when it comes near: limits and duties with a day. */
export const isWarned = (entry: AgendaEntry): boolean =>
  entry.kind === 'near' ||
  entry.kind === 'today' ||
  entry.kind === 'progress' ||
  (entry.kind === 'duty' && entry.standing !== 'overdue');

function lineOf(
  t: TFunction<'workbench'>,
  entry: AgendaEntry,
  summary: LiveAgenda['summary'],
  language: Language,
): string {
  const what = inLanguage(entry.what, language);
  if (entry.kind === 'duty') return entry.standing === 'today' ? t('notice.dutyToday', { what }) : what;
  const { number } = entry;
  // Of somebody who asked for secrecy the screen of another must not tell what goes on.
  if (summary(entry.case)?.confidential !== false) return number;
  return t(entry.kind === 'near' ? 'notice.line' : 'notice.today', { number, what });
}

/** Number and limit, nothing of a person: it stands in the corner of the screen, also over other programs. */
export function warningWords(
  t: TFunction<'workbench'>,
  entries: readonly AgendaEntry[],
  summary: LiveAgenda['summary'],
  language: Language,
): { readonly title: string; readonly body: string } {
  const lines = entries.slice(0, SPOKEN).map(entry => lineOf(t, entry, summary, language));
  const more = entries.length - lines.length;
  return {
    title: t('notice.title', { count: entries.length }),
    body: [...lines, ...(more > 0 ? [t('notice.more', { count: more })] : [])].join(t('notice.comma')),
  };
}
