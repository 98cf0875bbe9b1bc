import { rm } from 'node:fs/promises';
import type { Result } from '#shared/core/result.ts';
import { hqRefusing } from './hq.fault.ts';
import { hqFolder } from './hq.folder.ts';
import { recoverOffice, type KeptProblem } from './hq.accept.ts';
import { inSession, type ImportOptions } from './hq.import.ts';
import type { HeadquartersRefusal } from './hq.refusals.ts';
import { readEnrolledCards, writeLedger } from './hq.store.ts';
import { EMPTY_LEDGER, withOffice } from './ledger.schema.ts';

export interface Rebuilt {
  readonly offices: number;
  readonly bundles: number;
  /** Kept bundles that could not be taken in again. They stay where they are. */
  readonly problems: readonly KeptProblem[];
}

/** Makes ledger and unpacked content again from the enrolled cards, the kept bundles and the receipts. */
export function rebuild(
  dataDir: string,
  options: ImportOptions = {},
): Promise<Result<Rebuilt, HeadquartersRefusal>> {
  return hqRefusing(async () => {
    const offices = await readEnrolledCards(dataDir);
    const ledger = offices.reduce(
      (made, office) => withOffice(made, { ...office, bundles: [] }),
      EMPTY_LEDGER,
    );
    return inSession(dataDir, { ...options, ledger }, async session => {
      await writeLedger(dataDir, ledger);
      await rm(hqFolder(dataDir).staged, { recursive: true, force: true });
      const problems: KeptProblem[] = [];
      for (const { card } of offices) problems.push(...(await recoverOffice(session, card.code)));
      const bundles = session.ledger.offices.reduce((sum, office) => sum + office.bundles.length, 0);
      return { offices: offices.length, bundles, problems };
    });
  });
}
