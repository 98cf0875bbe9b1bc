import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newDocumentId, type DocumentId } from '#shared/core/ids.ts';
import { err, expectOk } from '#shared/core/result.ts';
import { countingIds } from '#shared/fixtures/community.ts';
import { ladderFiles } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { loadPack } from '#shared/procedure/pack.load.ts';
import { changeNeedsReason } from './correction.rules.ts';
import { permittedSteps } from './permitted.ts';

const SIGNED_FORM = `
id: LAD-02
name: { zh: 文书 LAD-02, en: Paper LAD-02 }
title: { zh: 文书, en: Paper }
sheet: letter
body:
  - { para: { zh: 正文, en: Text } }
  - signatures:
      - { label: { zh: '投诉人（签字）：', en: 'Complainant:' }, key: complainant_signature }
      - { label: { zh: 经办人, en: Handler }, key: handler_signature }
`;
const pack = expectOk(
  loadPack(
    ladderFiles().map(file => (file.path === 'forms/LAD-02.yaml' ? { ...file, text: SIGNED_FORM } : file)),
    text => createHash('sha256').update(text).digest('hex'),
  ),
);
const ids = countingIds();
const PDF = 'a'.repeat(64);
const IMAGE = { image: 'b'.repeat(64), bytes: 812 };

/** An answered case that is filed when LAD-02 is signed, and that paper, not printed. */
function answered(): { readonly desk: MadeDesk; readonly document: DocumentId } {
  const desk = new MadeDesk(pack)
    .register('2026-10-08T09:30')
    .step('2026-10-08T10:00', 'accept')
    .step('2026-10-09T10:00', 'answer');
  return { desk, document: set(desk, '2026-10-09T10:05', PDF) };
}

function set(desk: MadeDesk, now: string, sha256: string): DocumentId {
  const document = newDocumentId(ids);
  const made = { sha256, bytes: 1, pages: 2, mark: '0A1B2C3D' };
  desk.act(now, { type: 'record-document', document, form: 'LAD-02', ...made });
  return document;
}

const signing = (document: DocumentId, signer = '李范例', place = 'complainant_signature') =>
  ({ type: 'sign-on-pad', document, place, signer, sha256: PDF, ...IMAGE, complete: false }) as const;

const waitsForSignature = (desk: MadeDesk): boolean =>
  permittedSteps(pack, desk.state(), { name: '王登记', roles: ['records-officer'] }).some(
    ({ step, obstacles }) => step.id === 'file' && obstacles.some(({ code }) => code === 'not-signed'),
  );

describe('a signature on the screen', () => {
  it('names the very file, and leaves the paper unsigned until every place is signed', () => {
    const { desk, document } = answered();
    const [signed, ...more] = expectOk(desk.attempt('2026-10-09T10:10', signing(document, ' 李范例 ')));
    expect(more).toEqual([]);
    expect(signed).toMatchObject({
      ...{ type: 'signed-on-pad', document, form: 'LAD-02', place: 'complainant_signature' },
      ...{ signer: '李范例', sha256: PDF, mark: '0A1B2C3D', ...IMAGE },
    });
    desk.act('2026-10-09T10:10', signing(document));
    expect(waitsForSignature(desk)).toBe(true);
    const last = expectOk(
      desk.attempt('2026-10-09T10:12', signing(document, '承办样本', 'handler_signature')),
    );
    expect(last.map(({ type }) => type)).toEqual(['signed-on-pad', 'document-signed']);
    desk.take('A', last);
    expect(waitsForSignature(desk)).toBe(false);
    expect(desk.state().documents[0]).toMatchObject({
      signedOnPad: true,
      padSignatures: [{ signer: '李范例', by: '王登记' }, { signer: '承办样本' }],
    });
  });

  it('completes the paper when whoever records it says so', () => {
    const { desk, document } = answered();
    desk.act('2026-10-09T10:10', { ...signing(document), complete: true });
    expect(waitsForSignature(desk)).toBe(false);
    // One more of several complainants: the paper was signed already, and is not signed again.
    const more = expectOk(desk.attempt('2026-10-09T10:20', signing(document, '周样本')));
    expect(more.map(({ type }) => type)).toEqual(['signed-on-pad']);
  });

  it('does not carry over to the paper that is set anew', () => {
    const { desk, document } = answered();
    desk.act('2026-10-09T10:10', { ...signing(document), complete: true });
    const anew = set(desk, '2026-10-09T11:00', 'c'.repeat(64));
    expect(waitsForSignature(desk)).toBe(true);
    expect(desk.state().documents.at(-1)).not.toHaveProperty('padSignatures');
    const refused = err({ code: 'case/signed-paper-changed' });
    expect(desk.attempt('2026-10-09T11:05', signing(document, '周样本'))).toEqual(refused);
    // Another file than the signer was shown.
    expect(desk.attempt('2026-10-09T11:05', signing(anew))).toEqual(refused);
    // Set anew by mistake: the one that was signed counts again when the other is void.
    desk.act('2026-10-09T11:10', { type: 'void-document', document: anew, reason: '排错了' });
    expect(waitsForSignature(desk)).toBe(false);
  });

  it('leaves a sheet that came back signed as it was: that counts whatever is set later', () => {
    const { desk, document } = answered();
    desk.act('2026-10-09T10:10', { type: 'record-print', document, printer: '前台', copies: 1 });
    desk.act('2026-10-09T10:30', { type: 'record-signed', document });
    set(desk, '2026-10-09T11:00', 'c'.repeat(64));
    expect(waitsForSignature(desk)).toBe(false);
  });

  it('is given once by each person at each place, and by somebody with a name', () => {
    const { desk, document } = answered();
    desk.act('2026-10-09T10:10', signing(document, '李 范例'));
    expect(desk.attempt('2026-10-09T10:11', signing(document, '李范例'))).toEqual(
      err({ code: 'case/nothing-changed' }),
    );
    expect(desk.attempt('2026-10-09T10:11', signing(document, ' '))).toEqual(
      err({ code: 'case/signer-missing' }),
    );
    expectOk(desk.attempt('2026-10-09T10:11', signing(document, '李范例', 'handler_signature')));
  });

  it('is not given on a void paper, and not at a place the form does not have', () => {
    const { desk, document } = answered();
    expect(() => desk.attempt('2026-10-09T10:10', signing(document, '李范例', 'sign-9'))).toThrow('sign-9');
    desk.act('2026-10-09T10:10', { type: 'void-document', document, reason: '写错' });
    expect(desk.attempt('2026-10-09T10:11', signing(document))).toEqual(err({ code: 'case/paper-voided' }));
  });

  it('makes a later correction say why, and proves no print', () => {
    const { desk, document } = answered();
    const before = {
      ...desk.state(),
      tracks: { main: { ...desk.state().tracks['main']!, state: 'accepted' } },
    };
    expect(changeNeedsReason(pack, before)).toBe(false);
    desk.act('2026-10-09T10:10', { ...signing(document), complete: true });
    expect(changeNeedsReason(pack, { ...desk.state(), tracks: before.tracks })).toBe(true);
    desk.act('2026-10-09T10:20', { type: 'record-print', document, printer: '前台', copies: 1 });
    expectOk(desk.attempt('2026-10-09T10:21', { type: 'withdraw-print', document, nth: 1 }));
  });

  it('is taken by whoever may act on the case, also by one who must stand aside from deciding it', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30', { respondent: '王登记' });
    const document = set(desk, '2026-10-08T09:40', PDF);
    expectOk(desk.attempt('2026-10-08T09:50', signing(document)));
    expect(desk.attempt('2026-10-08T09:50', signing(document), { roles: ['administrator'] })).toMatchObject({
      error: { code: 'case/role' },
    });
  });
});
