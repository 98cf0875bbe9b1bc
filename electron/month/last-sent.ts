import { believed } from '#shared/case/bundle.standing.ts';
import type { BundleState, OfficeState } from '#shared/case/office.state.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';

type Bundles = Pick<OfficeState, 'bundles'>;

/** The last bundle that headquarters has or may have; one that has to be sealed anew counts as never sent. */
export const lastSent = ({ bundles }: Bundles): BundleState | undefined => believed(bundles).at(-1);

/** The bundle of the month that headquarters has or may have. */
export const bundleOf = ({ bundles }: Bundles, period: PlainMonth): BundleState | undefined =>
  believed(bundles).findLast(bundle => bundle.period === period);

/** The bundle before that of the month, whether the month's own is sealed already or not. */
export function sentBefore(office: Bundles, period: PlainMonth): BundleState | undefined {
  const sent = believed(office.bundles);
  const own = sent.findLast(bundle => bundle.period === period);
  return own === undefined ? sent.at(-1) : sent[sent.indexOf(own) - 1];
}
