import type { OfficeCode } from '#shared/core/ids.ts';
import type { Chance } from './chance.fixture.ts';
import { PRESENT, type Program } from './mortal-process.fixture.ts';

/** What becomes of a stick on its way to headquarters. */
export const FATES = [
  'well',
  'lost',
  'twice',
  'late',
  'held',
  'cut',
  'part',
  'alter',
  'no-receipts',
] as const;
export type Fate = (typeof FATES)[number];

export interface OfficePlan {
  readonly code: OfficeCode;
  readonly goes: 'by-network' | 'by-stick';
  /** Which program works there in a month. */
  readonly program: (month: number) => Program;
  /** Which one seals the bundle of the month, where that is another for once. */
  readonly sealsWith?: (month: number) => Program | undefined;
  /** What happens whatever the deck says. */
  readonly fate?: (month: number) => Fate | undefined;
  readonly isQuiet?: (month: number) => boolean;
}

const NEWER: Program = { ...PRESENT, version: '0.2.0', pack: 2 };
const NEWEST: Program = { ...NEWER, version: '0.3.0', format: '1.1', addsKeys: true };
const NEXT_MAJOR: Program = { ...NEWER, version: '1.0.0-beta', format: '2.0' };
const FAULTY: Program = { ...NEWER, version: '0.2.1', miscounts: true };

/** Everybody brings the program up to date some day, but one office does not. */
const updatedIn =
  (month: number, to: Program = NEWER) =>
  (now: number): Program =>
    now < month ? PRESENT : to;

/**
 * One office of each kind. Which is which, and when, hangs on the seed; at least six months are needed for all that is
 * planned to come about.
 */
export function planOffices(chance: Chance, offices: number, months: number): readonly OfficePlan[] {
  const codes = chance.shuffled(
    Array.from({ length: offices }, (_, nth) => `SIM-000${nth + 1}` as OfficeCode),
  );
  const some = (): number => 1 + chance.below(Math.max(1, months - 5));
  const [major, faulty] = [some(), some()];
  const kinds: readonly Omit<OfficePlan, 'code'>[] = [
    {
      goes: 'by-stick',
      program: updatedIn(1),
      sealsWith: month => (month === faulty ? FAULTY : undefined),
      // Only in the next month is it known that it was sent back, and that month follows it by then.
      fate: month => (month === faulty ? 'no-receipts' : month === faulty + 1 ? 'well' : undefined),
    },
    {
      goes: 'by-stick',
      program: updatedIn(1),
      sealsWith: month => (month === major ? NEXT_MAJOR : undefined),
      fate: month => (month === major ? 'well' : undefined),
    },
    { goes: 'by-network', program: updatedIn(some(), NEWEST) },
    { goes: 'by-stick', program: () => PRESENT },
    { goes: 'by-stick', program: updatedIn(some()), isQuiet: month => month === 0 },
    { goes: 'by-network', program: updatedIn(some()) },
  ];
  return codes.map((code, nth) => ({
    code,
    ...(kinds[nth % kinds.length] ?? { goes: 'by-stick', program: updatedIn(1) }),
  }));
}
