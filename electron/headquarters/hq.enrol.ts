import { mkdir } from 'node:fs/promises';
import { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import { canonicalJson } from '#shared/core/canonical-json.ts';
import { instantFromMs } from '#shared/core/instant.ts';
import type { Result } from '#shared/core/result.ts';
import { parsePublicKey } from '#electron/keys/minisign.ts';
import { HqFault, hqRefusing } from './hq.fault.ts';
import { hqFolder } from './hq.folder.ts';
import type { Clock } from './hq.init.ts';
import { withLock } from './hq.lock.ts';
import type { HeadquartersRefusal } from './hq.refusals.ts';
import { readCard, readLedger, writeJson, writeLedger } from './hq.store.ts';
import { hasToken, makeToken } from './receiver/office.tokens.ts';
import { findOffice, withOffice, type EnrolledOffice } from './ledger.schema.ts';

export interface Enrolment {
  readonly state: 'enrolled' | 'updated' | 'already-there';
  readonly card: OfficeCard;
  /** The headquarters' card with a new token for this office, where one was made. */
  readonly handOver?: string;
}

export interface EnrolOptions extends Clock {
  /** In place of the office's token, which holds no longer. */
  readonly newToken?: boolean;
}

/**
 * Enrols an office by the card it handed over in person: from now on bundles signed by that key are believed.
 * A new name or program version on the card of the same key is taken over; another key never is.
 */
export function enrolOffice(
  dataDir: string,
  officeCard: unknown,
  { now = Date.now, newToken = false }: EnrolOptions = {},
): Promise<Result<Enrolment, HeadquartersRefusal>> {
  return hqRefusing(async () => {
    const headquarters = await readCard(dataDir);
    const parsed = OfficeCard.safeParse(officeCard);
    if (!parsed.success || !parsePublicKey(parsed.data.signing_key).ok) throw new HqFault('hq/bad-card');
    const card = parsed.data;
    const folder = hqFolder(dataDir);
    return withLock(folder.lock, async () => {
      const ledger = await readLedger(dataDir);
      const known = findOffice(ledger, card.code);
      if (known !== undefined) {
        if (known.card.signing_key !== card.signing_key) throw new HqFault('hq/other-key', card.code);
      }
      // Kept apart from the ledger, which can be made again; a token cannot.
      const handOver = folder.handedCard(card.code);
      const made = newToken || !(await hasToken(dataDir, card.code));
      if (made) await mkdir(folder.handedCards, { recursive: true, mode: 0o700 });
      if (made)
        await writeJson(handOver, { ...headquarters, token: await makeToken(dataDir, card.code, now()) });
      const token = made ? { handOver } : {};
      if (known !== undefined && canonicalJson(known.card) === canonicalJson(card))
        return { state: 'already-there', card, ...token };
      const office: EnrolledOffice = { card, enrolled_at: known?.enrolled_at ?? instantFromMs(now()) };
      await writeJson(folder.officeCard(card.code), office);
      await writeLedger(dataDir, withOffice(ledger, { ...office, bundles: known?.bundles ?? [] }));
      return { state: known === undefined ? 'enrolled' : 'updated', card, ...token };
    });
  });
}
