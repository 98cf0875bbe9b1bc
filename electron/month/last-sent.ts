import type { BundleState, OfficeState } from '#shared/case/office.state.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';

type Bundles = Pick<OfficeState, 'bundles'>;

const isBelieved = ({ receipt }: BundleState): boolean => receipt?.verdict !== 'rejected';

/** The last bundle that headquarters has or may have; a rejected one counts as never sent. */
export const lastSent = ({ bundles }: Bundles): BundleState | undefined => bundles.findLast(isBelieved);

/** The bundle of the month that headquarters has or may have. */
export const bundleOf = ({ bundles }: Bundles, period: PlainMonth): BundleState | undefined =>
  bundles.findLast(bundle => bundle.period === period && isBelieved(bundle));

/** The bundle before that of the month, whether the month's own is sealed already or not. */
export function sentBefore(office: Bundles, period: PlainMonth): BundleState | undefined {
  const own = bundleOf(office, period);
  return own === undefined
    ? lastSent(office)
    : lastSent({ bundles: office.bundles.slice(0, office.bundles.indexOf(own)) });
}
