import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { CaseEvent } from '#shared/case/case.events.ts';
import { newDocumentId, type CaseId } from '#shared/core/ids.ts';
import { at, foundedOffice } from '#shared/fixtures/community.ts';
import type { CaseForm } from '#shared/procedure/form.schema.ts';
import { getForm } from '#shared/procedure/procedure.lookup.ts';
import { paperOf, type PaperSubject } from '#shared/documents/case.paper.ts';
import { Chain } from '#renderer/db/testing/chain.fixture.ts';
import { currentDocument, isCorrectedSince, paperWhenMade, showsFields } from './current-document.ts';

const chain = (): { chain: Chain; id: CaseId; subject: () => PaperSubject; events: () => CaseEvent[] } => {
  const made = new Chain().found();
  const id = made.register();
  return {
    chain: made,
    id,
    subject: () => ({
      procedure: made.procedure,
      form: getForm(made.procedure, made.procedure.registration.form) as CaseForm,
      office: foundedOffice(),
      state: made.stateOf(id),
    }),
    events: () =>
      made.records.flatMap(({ events }) =>
        events.filter(event => event.stream === 'case').filter(event => event.case === id),
      ),
  };
};

const recorded = (ids: Chain['ids'], form: string): Extract<CaseCommand, { type: 'record-document' }> => ({
  type: 'record-document',
  document: newDocumentId(ids),
  form,
  sha256: 'a'.repeat(64),
  bytes: 1000,
  pages: 2,
  mark: '7A94AAAA',
});

describe('the document of a form', () => {
  it('is not there before one was made', () => {
    const { subject, events } = chain();
    expect(currentDocument(subject(), events())).toBeUndefined();
  });

  it('stays the same after prints and notes', () => {
    const { chain: made, id, subject, events } = chain();
    const command = recorded(made.ids, subject().form.id);
    made.act(id, command, at('2026-10-08T09:40'));
    const print = { type: 'record-print', document: command.document, printer: '样本', copies: 2 } as const;
    made.act(id, print, at('2026-10-08T09:41'));
    made.act(id, { type: 'add-note', text: '样本' }, at('2026-10-08T09:42'));
    expect(currentDocument(subject(), events())?.id).toBe(command.document);
  });

  it('is out of date once the case says something else on it', () => {
    const { chain: made, id, subject, events } = chain();
    made.act(id, recorded(made.ids, subject().form.id), at('2026-10-08T09:40'));
    made.act(id, { type: 'change-fields', values: { facts: '试填：四号楼。' } }, at('2026-10-08T09:45'));
    expect(currentDocument(subject(), events())).toBeUndefined();
  });

  it('is the last of its own form, not of another', () => {
    const { chain: made, id, subject, events } = chain();
    made.act(id, recorded(made.ids, 'PHX-99'), at('2026-10-08T09:40'));
    expect(currentDocument(subject(), events())).toBeUndefined();
    const own = recorded(made.ids, subject().form.id);
    made.act(id, own, at('2026-10-08T09:41'));
    expect(currentDocument(subject(), events())?.id).toBe(own.document);
  });

  it('is in Chinese and carries its own id', () => {
    const { chain: made, subject } = chain();
    const id = newDocumentId(made.ids);
    expect(paperOf(subject(), id, at('2026-10-08T10:00'))).toMatchObject({ id, lang: 'zh-CN' });
  });
});

describe('an outside file', () => {
  const replaced = () => {
    const made = chain();
    const draft = recorded(made.chain.ids, made.subject().form.id);
    made.chain.act(made.id, draft, at('2026-10-08T09:40'));
    const file = newDocumentId(made.chain.ids);
    made.chain.act(
      made.id,
      {
        ...{ type: 'take-in-outside', document: file, replaces: draft.document, reason: '改了措辞' },
        ...{ sha256: 'f'.repeat(64), bytes: 9, pages: 1, mark: 'FFFFFFFF' },
      },
      at('2026-10-08T09:50'),
    );
    return { ...made, draft: draft.document, file };
  };

  it('stays the document of its form though the case is corrected, which is told', () => {
    const { chain: made, id, subject, events, file } = replaced();
    expect(currentDocument(subject(), events())?.id).toBe(file);
    expect(isCorrectedSince(subject(), events())).toBe(false);
    made.act(id, { type: 'change-fields', values: { facts: '试填：四号楼。' } }, at('2026-10-08T10:00'));
    expect(currentDocument(subject(), events())?.id).toBe(file);
    expect(isCorrectedSince(subject(), events())).toBe(true);
  });

  it('gives way to the draft when it is voided', () => {
    const { chain: made, id, subject, events, draft, file } = replaced();
    made.act(id, { type: 'void-document', document: file, reason: '收错了' }, at('2026-10-08T10:00'));
    expect(currentDocument(subject(), events())?.id).toBe(draft);
  });

  it('shows what the paper showed in whose place it stands, also when the case does not say it any more', () => {
    const { chain: made, id, subject, events } = replaced();
    const { complainant_phone: phone } = subject().state.values;
    expect(phone).toBeTruthy();
    const hidden = new Set(['complainant_phone']);
    expect(showsFields(subject(), events(), undefined, hidden)).toBe(true);
    const values = { complainant_phone: null };
    made.act(id, { type: 'change-fields', values }, at('2026-10-08T10:00'));
    expect(showsFields(subject(), events(), undefined, hidden)).toBe(true);
  });
});

describe('the paper a document was set from', () => {
  it('says what the case said then, whatever was changed since', () => {
    const { chain: made, id, subject, events } = chain();
    const command = recorded(made.ids, subject().form.id);
    made.act(id, command, at('2026-10-08T09:40'));
    const [document] = subject().state.documents;
    const before = paperOf(subject(), document!.id, document!.madeAt);
    made.act(id, { type: 'change-fields', values: { facts: '试填：四号楼。' } }, at('2026-10-08T09:45'));
    expect(paperWhenMade(subject(), events(), document!)).toEqual(before);
    expect(paperOf(subject(), document!.id, document!.madeAt)).not.toEqual(before);
  });

  it('is not known of a document that was never made', () => {
    const { chain: made, subject, events } = chain();
    const unknown = { id: newDocumentId(made.ids), madeAt: at('2026-10-08T09:40') };
    expect(paperWhenMade(subject(), events(), unknown)).toBeUndefined();
  });
});
