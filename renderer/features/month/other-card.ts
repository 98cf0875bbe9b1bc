import { z } from 'zod';

/** What is shown of a headquarters' card; of its keys the ends. */
const Shown = z.object({
  name: z.string(),
  address: z.string(),
  signing: z.string(),
  bundle: z.string(),
  sealed: z.string(),
});
export type ShownCard = z.infer<typeof Shown>;

export interface OtherCard {
  readonly old: ShownCard;
  readonly new: ShownCard;
}

const shownOf = (detail: Readonly<Record<string, unknown>>, prefix: 'old' | 'new') =>
  Shown.safeParse({
    name: detail[`${prefix}Name`],
    address: detail[`${prefix}Address`],
    signing: detail[`${prefix}Signing`],
    bundle: detail[`${prefix}Bundle`],
    sealed: detail[`${prefix}Sealed`],
  }).data;

/** The two cards of the refusal that asks which one holds; undefined for any other refusal. */
export function findOtherCard(fault: {
  readonly code: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}): OtherCard | undefined {
  if (fault.code !== 'bundles/other-headquarters' || fault.detail === undefined) return undefined;
  const old = shownOf(fault.detail, 'old');
  const read = shownOf(fault.detail, 'new');
  return old && read ? { old, new: read } : undefined;
}
