import { describe, expect, it } from 'vitest';
import { newDocumentId } from '#shared/core/ids.ts';
import { at } from '#shared/fixtures/community.ts';
import { officeState } from '#renderer/db/case-store.ts';
import { projectRecords } from '#renderer/db/projection/project-records.ts';
import { casesOfPapers } from '#renderer/db/queries/waiting-papers.ts';
import { Chain, complaint } from '#renderer/db/testing/chain.fixture.ts';
import { emptyStore } from '#renderer/db/testing/store.fixture.ts';
import { notAskedAbout, paperRows } from './paper-rows.ts';

const MADE = { form: 'PHX-01', sha256: '0'.repeat(64), bytes: 1, pages: 1, mark: '0A1B2C3D' };

async function rowsOf(chain: Chain) {
  const store = await emptyStore();
  await projectRecords(store, chain.records);
  const office = await officeState(store);
  if (!office) throw new Error('no office');
  return paperRows(await casesOfPapers(store), store.context, office);
}

describe('the lists of papers', () => {
  it('name cases and forms, what has waited longest first, and say which bear a covered identity', async () => {
    const chain = new Chain().found();
    const later = chain.register(complaint, at('2026-10-08T10:30'));
    const secret = chain.register({ ...complaint, keep_secret: true }, at('2026-10-08T09:30'));
    const { toPrint, toSign } = await rowsOf(chain);
    expect(toPrint.map(row => [row.case, row.form, row.why, row.isCovered])).toEqual([
      [secret, 'PHX-01', 'register', true],
      [later, 'PHX-01', 'register', false],
    ]);
    expect(toSign).toEqual([]);
    expect(JSON.stringify(toPrint)).not.toContain(complaint['complainant_name']);
  });

  it('move a paper on when it is printed, and back when the case is corrected in what it says', async () => {
    const chain = new Chain().found();
    const id = chain.register(complaint, at('2026-10-08T09:30'));
    const document = newDocumentId(chain.ids);
    chain.act(id, { type: 'record-document', document, ...MADE }, at('2026-10-08T09:40'));
    const print = { type: 'record-print', document, printer: '前台', copies: 1 } as const;
    chain.act(id, print, at('2026-10-08T09:41'));
    const printed = await rowsOf(chain);
    expect([printed.toPrint, printed.toSign.map(({ since }) => since)]).toEqual([
      [],
      [at('2026-10-08T09:41')],
    ]);
    const values = { facts: '三号楼楼道灯坏了五天。' };
    chain.act(id, { type: 'change-fields', values, reason: '更正' }, at('2026-10-08T11:00'));
    expect((await rowsOf(chain)).toPrint).toMatchObject([
      { why: 'corrected', since: at('2026-10-08T11:00') },
    ]);
  });

  it('leave out what is asked about: it may be out already', async () => {
    const chain = new Chain().found();
    const id = chain.register(complaint, at('2026-10-08T09:30'));
    const document = newDocumentId(chain.ids);
    chain.act(id, { type: 'record-document', document, ...MADE }, at('2026-10-08T09:40'));
    const { toPrint } = await rowsOf(chain);
    expect(toPrint).toHaveLength(1);
    expect(notAskedAbout(toPrint, [{ document }])).toEqual([]);
    expect(notAskedAbout(toPrint, [{ document: newDocumentId(chain.ids) }])).toEqual(toPrint);
  });
});
