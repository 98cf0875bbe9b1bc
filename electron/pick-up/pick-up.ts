import { ok } from '#shared/core/result.ts';
import type { PickUpAnswer } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/result.ts';
import type { Desk } from '../desk/desk.ts';
import { takeOrdersFrom } from '../month/orders.ts';
import { takeReceiptsFrom } from '../month/receipts.ts';
import type { TakingParts } from '../transfers/take.transfers.ts';
import { isOurs, takeFrom } from '../transfers/transfers.handlers.ts';

/** Everything that headquarters and other offices may have put onto a drive is taken in here, whoever plugged it in. */
export async function pickUpFrom(
  desk: Desk,
  folder: string,
  parts: TakingParts,
): Promise<Reply<PickUpAnswer>> {
  const receipts = await takeReceiptsFrom(desk, folder);
  if (!receipts.ok) return receipts;
  const orders = await takeOrdersFrom(desk, folder);
  if (!orders.ok) return orders;
  const taken = await takeFrom(desk, folder, parts);
  if (!taken.ok) return taken;
  const isNew = ({ outcome }: { readonly outcome: string }): boolean => outcome !== 'seen';
  return ok({
    bundles: receipts.value,
    orders: orders.value.filter(isNew),
    transfers: taken.value.transfers.filter(isNew),
    // A drive goes round: what others are answered is none of this office's business.
    answers: taken.value.answers.filter(each => isNew(each) && isOurs(each)),
  });
}
