import type { SetupAnswer } from '#shared/ipc/answers.ts';

/** What was typed from the paper, by the number of its group. */
export type TypedGroups = Readonly<Record<number, string>>;

export type GroupState = 'empty' | 'short' | 'wrong' | 'right';

const GROUP_LENGTH = 4;

/** As it is printed: capitals, half width, no spaces. */
export const asGroup = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s-]+/g, '')
    .toUpperCase()
    .slice(0, GROUP_LENGTH);

export function groupState(key: SetupAnswer['recoveryKey'], group: number, typed: string): GroupState {
  const text = asGroup(typed);
  if (text === '') return 'empty';
  const wanted = key[group - 1] ?? '';
  if (text === wanted) return 'right';
  return text.length < GROUP_LENGTH && wanted.startsWith(text) ? 'short' : 'wrong';
}

export const missingIn = (typed: string): number => GROUP_LENGTH - asGroup(typed).length;

/** The first asked group that is not right yet. */
export const groupLack = (setup: SetupAnswer, typed: TypedGroups): number | undefined =>
  setup.ask.find(group => groupState(setup.recoveryKey, group, typed[group] ?? '') !== 'right');

/** As the shell wants them: by number, as text. */
export const groupsForShell = (setup: SetupAnswer, typed: TypedGroups): Record<string, string> =>
  Object.fromEntries(setup.ask.map(group => [String(group), asGroup(typed[group] ?? '')]));
