import { describe, expect, it } from 'vitest';
import { newDocumentId, OfficeCode, type DocumentId } from '#shared/core/ids.ts';
import { err, expectOk } from '#shared/core/result.ts';
import { pageCode } from '#shared/documents/html/qr.text.ts';
import { at, countingIds } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import type { CaseCommand } from './commands.ts';
import { missingPages, placePage, type KnownPapers } from './scan-filing.rules.ts';

const OFFICE = OfficeCode.parse('NF-0271');
const MARK = '0A1B2C3D';
const MADE = '2026-10-08T10:00';
const ids = countingIds();

interface Made {
  readonly desk: MadeDesk;
  readonly document: DocumentId;
}

/** A paper of some pages, printed. */
function printed(pages: number, desk = new MadeDesk(ladderPack()).register('2026-10-08T09:30')): Made {
  const document = newDocumentId(ids);
  const made = { sha256: '0'.repeat(64), bytes: 1, pages, mark: MARK };
  desk.act(MADE, { type: 'record-document', document, form: 'LAD-02', ...made });
  desk.act(MADE, { type: 'record-print', document, printer: '前台', copies: 1 });
  return { desk, document };
}

const known = (desk: MadeDesk): KnownPapers => ({
  office: OFFICE,
  find: id => {
    const state = desk.state();
    const document = state.documents.find(each => each.id === id);
    return document && { state, document };
  },
});

const codeOf = (document: DocumentId, page = 1, hash = MARK, office: string = OFFICE): string =>
  pageCode({ office, document, hash }, page);

const doubt = (desk: MadeDesk, ...texts: string[]) => {
  const found = placePage(texts, known(desk));
  return found.ok ? 'placed' : found.error.doubt;
};

const scan = (document: DocumentId, page: number, more: { sha?: string; replaces?: boolean } = {}) =>
  ({
    ...{ type: 'file-scan', document, page, bytes: 1000, byHand: false, replaces: more.replaces ?? false },
    sha256: (more.sha ?? String(page)).repeat(64),
  }) as const satisfies CaseCommand;

describe('the codes on a picture', () => {
  it('say which page of which paper it is, also when they were read twice', () => {
    const { desk, document } = printed(2);
    const text = codeOf(document, 2);
    const found = expectOk(placePage([text, 'https://example.org', text], known(desk)));
    expect([found.state.id, found.document.id, found.page]).toEqual([desk.state().id, document, 2]);
  });

  it('are asked about when there are none, none of ours, later ones, or those of several pages', () => {
    const { desk, document } = printed(2);
    expect(doubt(desk)).toEqual({ code: 'unreadable' });
    expect(doubt(desk, 'https://example.org', '6901234567892')).toEqual({ code: 'foreign' });
    expect(doubt(desk, 'PD2:later', 'https://example.org')).toEqual({ code: 'newer' });
    expect(doubt(desk, codeOf(document, 1), codeOf(document, 2))).toEqual({ code: 'several' });
    expect(doubt(desk, codeOf(document), codeOf(document, 1, '11111111'))).toEqual({ code: 'several' });
  });

  it('of another office are told by its code before anything else is looked at', () => {
    const { desk, document } = printed(1);
    expect(doubt(desk, codeOf(document, 9, '11111111', 'DH-0001'))).toEqual({
      code: 'other-office',
      office: 'DH-0001',
    });
  });

  it('name a paper that was made here, with the hash that stands on it, printed, and a page it has', () => {
    const { desk, document } = printed(2);
    const stranger = newDocumentId(ids);
    expect(doubt(desk, codeOf(stranger))).toEqual({ code: 'unknown-document', document: stranger });
    expect(doubt(desk, codeOf(document, 1, '11111111'))).toEqual({ code: 'other-text' });
    expect(doubt(desk, codeOf(document, 3))).toEqual({ code: 'no-such-page', page: 3, pages: 2 });
    const kept = newDocumentId(ids);
    const made = { sha256: '0'.repeat(64), bytes: 1, pages: 1, mark: MARK };
    desk.act(MADE, { type: 'record-document', document: kept, form: 'LAD-03', ...made });
    expect(doubt(desk, codeOf(kept))).toEqual({ code: 'not-printed' });
  });

  it('of a void paper or a merged case are not filed', () => {
    const { desk, document } = printed(1);
    desk.act(MADE, { type: 'void-document', document, reason: '印错' });
    expect(doubt(desk, codeOf(document))).toEqual({ code: 'voided' });
    desk.register('2026-10-08T09:40', {}, 'B');
    const into = desk.state('B');
    desk.act(MADE, { type: 'merge', into: into.id, number: into.number, reason: '同一件事' });
    expect(doubt(desk, codeOf(document))).toEqual({ code: 'merged', number: into.number });
  });

  it('of a paper whose place an outside file took are for a person to place, printed or not', () => {
    const { desk, document } = printed(2);
    const file = newDocumentId(ids);
    desk.act(MADE, {
      ...{ type: 'take-in-outside', document: file, replaces: document, reason: '改了措辞' },
      ...{ sha256: 'f'.repeat(64), bytes: 1, pages: 2, mark: MARK },
    });
    expect(doubt(desk, codeOf(document))).toEqual({ code: 'replaced' });
    desk.act(MADE, { type: 'void-document', document: file, reason: '收错了' });
    expect(doubt(desk, codeOf(document))).toBe('placed');
  });

  it('of a paper that was set again are asked about, and filed where they belong on a word', () => {
    const { desk, document } = printed(2);
    const { document: later } = printed(2, desk);
    const found = placePage([codeOf(document, 1)], known(desk));
    expect(found).toMatchObject({
      error: { doubt: { code: 'old-version', madeAt: at(MADE) }, placement: { page: 1 } },
    });
    expect(doubt(desk, codeOf(later))).toBe('placed');
    desk.act('2026-10-09T10:00', scan(document, 1));
    expect(doubt(desk, codeOf(document, 2))).toBe('placed');
  });

  it('of the paper before a void one are those of the present paper', () => {
    const { desk, document } = printed(1);
    const { document: later } = printed(1, desk);
    desk.act(MADE, { type: 'void-document', document: later, reason: '印错' });
    expect(doubt(desk, codeOf(document))).toBe('placed');
  });

  it('of a page that is there already are a duplicate', () => {
    const { desk, document } = printed(2);
    desk.act('2026-10-09T10:00', scan(document, 1));
    expect(placePage([codeOf(document, 1)], known(desk))).toMatchObject({
      error: { doubt: { code: 'duplicate', page: 1 }, placement: { page: 1 } },
    });
  });
});

describe('a page that is filed', () => {
  const paper = ({ desk, document }: Made) => desk.state().documents.find(({ id }) => id === document)!;

  it('makes the paper come back signed only with the last of its pages, in whatever order', () => {
    const made = printed(3);
    const { desk, document } = made;
    const expected = [[1, 2], [2], []];
    for (const [index, page] of [3, 1, 2].entries()) {
      desk.act(`2026-10-09T10:0${index}`, scan(document, page));
      expect(missingPages(paper(made))).toEqual(expected[index]);
      expect(paper(made).signedAt !== undefined).toBe(page === 2);
    }
    expect(paper(made).scans.map(({ page }) => page)).toEqual([1, 2, 3]);
    expect(desk.state().trace.filter(({ kind }) => kind === 'signed')).toHaveLength(1);
    expect(desk.events.get('A')!.at(-2)).toMatchObject({ type: 'scan-filed', page: 2, form: 'LAD-02' });
  });

  it('is taken once, and gives way to a better one on a word without coming back twice', () => {
    const made = printed(1);
    const { desk, document } = made;
    desk.act('2026-10-09T10:00', scan(document, 1));
    const again = desk.attempt('2026-10-09T10:01', scan(document, 1, { sha: 'a' }));
    expect(again).toEqual(err({ code: 'case/page-there', page: 1 }));
    expect(desk.attempt('2026-10-09T10:01', scan(document, 1, { replaces: true }))).toEqual(
      err({ code: 'case/nothing-changed' }),
    );
    desk.act('2026-10-09T10:02', scan(document, 1, { sha: 'a', replaces: true }));
    expect(paper(made).scans).toMatchObject([{ page: 1, sha256: 'a'.repeat(64), byHand: false }]);
    expect(desk.state().trace.filter(({ kind }) => kind === 'signed')).toHaveLength(1);
  });

  it('follows a paper somebody already wrote down as signed, and leaves the moment as it was', () => {
    const made = printed(1);
    const { desk, document } = made;
    desk.act('2026-10-09T10:00', { type: 'record-signed', document });
    desk.act('2026-10-10T10:00', { ...scan(document, 1), byHand: true });
    expect(paper(made)).toMatchObject({ signedAt: at('2026-10-09T10:00'), scans: [{ byHand: true }] });
  });

  it('is refused for a void paper, one nobody printed, and a page it has not', () => {
    const { desk, document } = printed(2);
    const attempt = (page: number, id = document) => desk.attempt('2026-10-09T10:00', scan(id, page));
    for (const page of [0, 3])
      expect(attempt(page)).toEqual(err({ code: 'case/no-such-page', page, pages: 2 }));
    const kept = newDocumentId(ids);
    const made = { sha256: '0'.repeat(64), bytes: 1, pages: 1, mark: MARK };
    desk.act(MADE, { type: 'record-document', document: kept, form: 'LAD-03', ...made });
    expect(attempt(1, kept)).toEqual(err({ code: 'case/paper-not-printed' }));
    desk.act(MADE, { type: 'void-document', document, reason: '印错' });
    expect(attempt(1)).toEqual(err({ code: 'case/paper-voided' }));
  });

  it('opens the step that waits for the signed paper', () => {
    const desk = new MadeDesk(ladderPack()).register('2026-10-08T09:30');
    desk.step('2026-10-08T09:40', 'accept').step('2026-10-08T09:50', 'answer');
    const { document } = printed(2, desk);
    const obstacles = () =>
      JSON.stringify(desk.attempt('2026-10-09T11:00', { type: 'take-step', step: 'file', values: {} }));
    expect(obstacles()).toContain('not-signed');
    desk.act('2026-10-09T10:00', scan(document, 1));
    expect(obstacles()).toContain('not-signed');
    desk.act('2026-10-09T10:01', scan(document, 2));
    expect(obstacles()).not.toContain('not-signed');
  });
});
