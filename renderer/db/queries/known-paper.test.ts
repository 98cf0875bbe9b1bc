import { describe, expect, it } from 'vitest';
import { newDocumentId } from '#shared/core/ids.ts';
import { at, countingIds } from '#shared/fixtures/community.ts';
import { projectRecords } from '../projection/project-records.ts';
import { Chain, complaint } from '../testing/chain.fixture.ts';
import { emptyStore } from '../testing/store.fixture.ts';
import { findPaper } from './known-paper.ts';

describe('a paper', () => {
  it('is found with its case by the id its code names, and not before it was made', async () => {
    const chain = new Chain().found();
    const ids = countingIds();
    const [mine, other] = [newDocumentId(ids), newDocumentId(ids)];
    const made = { form: 'PHX-01', sha256: '0'.repeat(64), bytes: 1, pages: 2, mark: '0A1B2C3D' };
    const cases = [mine, other].map(document => {
      const id = chain.register(complaint, at('2026-10-08T09:30'));
      chain.act(id, { type: 'record-document', document, ...made }, at('2026-10-08T10:00'));
      return id;
    });
    const store = await emptyStore();
    await projectRecords(store, chain.records);
    for (const [index, document] of [mine, other].entries())
      expect(await findPaper(store, document)).toMatchObject({
        state: { id: cases[index] },
        document: { id: document, pages: 2, scans: [] },
      });
    expect(await findPaper(store, newDocumentId(ids))).toBeUndefined();
  });
});
