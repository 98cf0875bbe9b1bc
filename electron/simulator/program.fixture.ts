import type { BagInfo } from '#shared/bundle/bag-info.ts';
import type { CaseLine } from '#shared/bundle/case-line.schema.ts';
import type * as RealBagInfo from '#shared/bundle/bag-info.ts';
import type * as RealLines from '../month/bundle.lines.ts';
import type * as RealCard from '../office/office-card.ts';
import { programNow } from './mortal-process.fixture.ts';

/*
 * Another version of the program is this one, with what the contract lets a version do differently changed where
 * bundles are written and read. Which one runs hangs on the process that asks.
 */

export const bagInfoOfPrograms = (real: typeof RealBagInfo): typeof RealBagInfo => ({
  ...real,
  formatBagInfo: (info: BagInfo) => {
    const { format, miscounts } = programNow();
    return real.formatBagInfo({ ...info, format, caseCount: info.caseCount + (miscounts ? 1 : 0) });
  },
  parseBagInfo: text =>
    real.parseBagInfo(
      programNow().understands < 2 ? text : text.replace(/^(Case-Bundle-Format: )2\./m, '$11.'),
    ),
});

/** What a newer minor version may add, and every older one has to pass on. */
const EXTRA = { x_added_later: { 样本: ['以后才有'] } };

export const bundleLinesOfPrograms = (real: typeof RealLines): typeof RealLines => ({
  ...real,
  caseLine: async (...given): Promise<CaseLine> => {
    const line = await real.caseLine(...given);
    return programNow().addsKeys ? { ...line, ...EXTRA } : line;
  },
});

export const officeCardOfPrograms = (real: typeof RealCard): typeof RealCard => ({
  ...real,
  officeCard: (...given) => {
    const card = real.officeCard(...given);
    return programNow().addsKeys ? { ...card, ...EXTRA } : card;
  },
});
