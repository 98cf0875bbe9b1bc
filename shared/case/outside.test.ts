import { describe, expect, it } from 'vitest';
import { newDocumentId, type DocumentId } from '#shared/core/ids.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { filePaper } from '#shared/documents/file.paper.ts';
import { archiveLines } from './archive.rules.ts';
import { CaseEvent } from './case.events.ts';
import type { CaseCommand } from './commands.ts';
import { fileContents } from './file.contents.ts';
import { isLive } from './live-papers.ts';
import { wasPrinted, wasSigned } from './owed-papers.ts';

const pack = ladderPack();
const FORM = 'LAD-02';
const NOW = '2026-10-08T10:00';

type TakeIn = Extract<CaseCommand, { type: 'take-in-outside' }>;

class Office extends MadeDesk {
  readonly draft: DocumentId;

  constructor() {
    super(pack);
    this.register('2026-10-08T09:30');
    this.draft = this.print('2026-10-08T09:40', FORM);
  }

  taking(change: Partial<TakeIn> = {}): TakeIn {
    return {
      ...{ type: 'take-in-outside', document: newDocumentId(this.ids), replaces: this.draft },
      ...{ reason: '领导改了两处措辞', sha256: 'f'.repeat(64), bytes: 9, pages: 3, mark: 'FFFFFFFF' },
      ...change,
    };
  }

  takeIn(change: Partial<TakeIn> = {}): DocumentId {
    const command = this.taking(change);
    this.act(NOW, command);
    return command.document;
  }

  refused(command: CaseCommand, who?: Parameters<MadeDesk['attempt']>[2]): string {
    const decided = this.attempt(NOW, command, who);
    return decided.ok ? 'done' : decided.error.code;
  }

  document(id: DocumentId) {
    return this.state().documents.find(document => document.id === id)!;
  }
}

const print = (document: DocumentId): CaseCommand => ({
  ...{ type: 'record-print', document, printer: '前台', copies: 1 },
});

describe('an outside file in the place of a draft', () => {
  it('is the paper from then on; the draft stays in the history, and the number with the form', () => {
    const office = new Office();
    const { numbers } = office.state();
    const file = office.takeIn();
    const state = office.state();
    expect(state.documents.map(({ id }) => id)).toEqual([office.draft, file]);
    expect(isLive(state, office.document(office.draft))).toBe(false);
    expect(isLive(state, office.document(file))).toBe(true);
    expect(office.document(file)).toMatchObject({
      ...{ form: FORM, pages: 3, prints: [] },
      outside: { replaces: office.draft, reason: '领导改了两处措辞', by: '王登记' },
    });
    expect(state.numbers).toEqual(numbers);
  });

  it('has to be printed itself: the prints of the draft are not its own', () => {
    const office = new Office();
    const file = office.takeIn();
    expect(wasPrinted(office.state(), FORM)).toBe(false);
    office.act(NOW, print(file)).act(NOW, { type: 'record-signed', document: file });
    expect(wasPrinted(office.state(), FORM)).toBe(true);
    expect(wasSigned(office.state(), FORM)).toBe(true);
  });

  it('may be on paper already, and is then printed and signed like any other', () => {
    const office = new Office();
    const file = office.takeIn({ printed: { printer: '别处印好', copies: 2 } });
    expect(office.document(file).prints).toMatchObject([{ nth: 1, printer: '别处印好', copies: 2 }]);
    expect(wasPrinted(office.state(), FORM)).toBe(true);
  });

  it('gives its place back when it is voided, with the number', () => {
    const office = new Office();
    const { numbers } = office.state();
    const file = office.takeIn();
    office.act(NOW, { type: 'void-document', document: file, reason: '收错了文件' });
    expect(isLive(office.state(), office.document(office.draft))).toBe(true);
    expect(wasPrinted(office.state(), FORM)).toBe(true);
    expect(office.state().numbers).toEqual(numbers);
  });

  it('can be replaced by a later one, and only the last counts', () => {
    const office = new Office();
    const first = office.takeIn();
    const second = office.takeIn({ replaces: first, sha256: 'e'.repeat(64) });
    expect(office.state().documents.filter(document => isLive(office.state(), document))).toMatchObject([
      { id: second },
    ]);
  });

  it('is one piece of the file, marked in the column of remarks and in the closing note', () => {
    const office = new Office();
    const before = fileContents(pack, office.state()).items.length;
    office.act(NOW, print(office.takeIn()));
    const contents = fileContents(pack, office.state());
    expect(contents.items).toHaveLength(before);
    expect(contents.items.filter(({ outside }) => outside)).toMatchObject([{ pages: 3, ours: true }]);
    const paper = JSON.stringify(
      filePaper({ procedure: pack, state: office.state(), office: { name: '样本单位' }, facts: {} }),
    );
    expect(paper.match(/"外来文件"/g)).toHaveLength(1);
    expect(paper).toContain('备注“外来文件”的');
    const line = archiveLines(pack, office.state()).find(({ item }) => item.printed === FORM);
    expect(line).toMatchObject({ there: true, outside: true });
  });
});

describe('taking in an outside file', () => {
  it('asks for a reason, and for another file than the paper itself', () => {
    const office = new Office();
    expect(office.refused(office.taking({ reason: '  ' }))).toBe('case/reason-missing');
    expect(office.refused(office.taking({ sha256: office.document(office.draft).sha256 }))).toBe(
      'case/same-file',
    );
  });

  it('is refused where the paper is void, replaced already, or back signed', () => {
    const replaced = new Office();
    replaced.takeIn();
    expect(replaced.refused(replaced.taking())).toBe('case/paper-replaced');
    const voided = new Office();
    voided.act(NOW, { type: 'void-document', document: voided.draft, reason: '字印重了' });
    expect(voided.refused(voided.taking())).toBe('case/paper-replaced');
    const signed = new Office();
    signed.act(NOW, { type: 'record-signed', document: signed.draft });
    expect(signed.refused(signed.taking())).toBe('case/paper-not-replaceable');
  });

  it('is for whoever works on the case', () => {
    const office = new Office();
    expect(office.refused(office.taking(), { roles: ['records-officer'] })).toBe('case/role');
    expect(office.refused(office.taking(), { roles: ['registrar'] })).toBe('done');
  });
});

describe('the record of it', () => {
  const base = (office: Office) => {
    const decided = office.attempt(NOW, office.taking());
    if (!decided.ok) throw new Error(decided.error.code);
    return decided.value[0]!;
  };

  it('is a document made, with whose place it takes and why; records from before are read as they were', () => {
    const event = base(new Office());
    expect(CaseEvent.parse(event)).toEqual(event);
    expect(event).toMatchObject({ type: 'document-made', outside: { reason: '领导改了两处措辞' } });
    const before = Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'outside'));
    expect(CaseEvent.parse(before)).toEqual(before);
    expect(CaseEvent.safeParse({ ...event, outside: { reason: '只有理由' } }).success).toBe(false);
  });
});
