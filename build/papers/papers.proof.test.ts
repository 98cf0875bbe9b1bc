import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInstalledChromium } from '#build/chromium-shell/find-chromium.mjs';
import { openPrintShop, type PrintShop } from '#electron/printing/proof/print-shop.ts';
import { inspectPdf } from '#electron/printing/proof/pdf-inspect.ts';
import { packPapers, type PackPaper } from './pack.papers.ts';
import { procedurePacks } from './papers.command.ts';
import { printAll, printAndProve, type PrintedPaper } from './print.papers.ts';

const MINUTES = 60_000;

/** Forms that are longer than a page as they are: their table, their grounds or the signatures of both parties. */
const TWO_PAGES = [
  ...['LAB-01', 'GX-05', 'GX-08', 'SAMR-06', 'SAMR-08', 'SAMR-09'],
  ...['SAMR26-06', 'SAMR26-08', 'SAMR26-09'],
];

const packs = procedurePacks();

/** Of every pack all forms as in daily work; empty its register form; of every third pack that form at its longest. */
function papersOf(index: number): readonly PackPaper[] {
  const pack = packs[index];
  if (!pack) return [];
  const { form } = pack.procedure.registration;
  const register = packPapers(pack, index % 3 === 0 ? ['blank', 'long'] : ['blank']);
  return [...packPapers(pack, ['sample']), ...register.filter(each => each.form.id === form)];
}

const chromium = findInstalledChromium();

describe.skipIf(chromium === undefined)('the forms of every procedure', () => {
  let shop: PrintShop;
  beforeAll(async () => {
    shop = await openPrintShop(chromium === undefined ? {} : { chromium });
  }, 5 * MINUTES);
  afterAll(() => shop.close(), MINUTES);

  it.each(packs.map(({ procedure }, index) => ({ id: procedure.id, index })))(
    'of $id print without a fault, on as many pages as they should',
    async ({ index }) => {
      const printed: PrintedPaper[] = [];
      await printAll(papersOf(index), shop, each => void printed.push(each));
      const words = ({ form, fill }: PackPaper): string => `${form.id} ${fill}`;
      expect(printed).toHaveLength(papersOf(index).length);
      expect(printed.flatMap(each => each.faults.map(fault => `${words(each)}: ${fault}`))).toEqual([]);
      const usual = printed.filter(({ fill }) => fill !== 'long');
      expect(usual.map(each => `${words(each)}: ${each.pages}`)).toEqual(
        usual.map(each => `${words(each)}: ${TWO_PAGES.includes(each.form.id) ? 2 : 1}`),
      );
    },
    10 * MINUTES,
  );

  const find = (id: string, fill: PackPaper['fill']): PackPaper => {
    const pack = packs.find(({ procedure }) => procedure.forms.some(form => form.id === id));
    const found = pack && packPapers(pack, [fill]).find(({ form }) => form.id === id);
    if (!found) throw new Error(`no form ${id}`);
    return found;
  };

  it(
    'take a row along where the notes under a register go to the next page',
    async () => {
      const whole = find('RCC-01', 'sample');
      // Without the counts at its foot, which may stand apart from the table.
      const parts = whole.paper.parts.map(part => {
        const after = part.blocks.findIndex(({ kind }) => kind === 'table') + 1;
        const blocks = part.blocks.filter(({ kind }, at) => at < after || kind === 'notes');
        return { ...part, blocks };
      });
      const register = { ...whole, paper: { ...whole.paper, parts } };
      const longNotes = '.notes { padding-top: 60mm !important; }';
      shop.server.spoiled = longNotes;
      const kept = await printAndProve(register, shop);
      expect([kept.pages, kept.faults]).toEqual([2, []]);
      // Chromium parts the foot of a table from its rows, and repeats the head over nothing.
      shop.server.spoiled = `${longNotes} tbody:last-of-type { break-after: auto !important; }`;
      const spoiled = await printAndProve(register, shop);
      shop.server.spoiled = '';
      expect(spoiled.faults).toEqual(['page 2: head of a table without a row']);
    },
    5 * MINUTES,
  );

  it(
    'begin under their title, also where just the padding of a cell has no room at the foot of the page',
    async () => {
      const register = find('NRC-02', 'long');
      const kept = await printAndProve(register, shop);
      expect(kept.faults).toEqual([]);
      // As other cells have it.
      shop.server.spoiled =
        'tr.split > td { padding-bottom: 1mm !important; } tr.split > td::after { content: none !important; }';
      const spoiled = await printAndProve(register, shop);
      shop.server.spoiled = '';
      expect(spoiled.faults).toEqual(['page 1: title alone']);
      expect(kept.pages).toBe(spoiled.pages - 1);
    },
    5 * MINUTES,
  );

  it(
    'that are signed on every page say they go on only where they do',
    async () => {
      const { pdf } = await printAndProve(find('GX-11', 'long'), shop);
      const { pages } = await inspectPdf(pdf ?? new Uint8Array());
      const heads = pages.map(({ boxes }) => boxes.some(({ text }) => text.includes('（续）')));
      expect(heads).toEqual([false, true, true]);
    },
    5 * MINUTES,
  );
});
