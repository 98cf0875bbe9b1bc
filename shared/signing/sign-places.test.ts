import { describe, expect, it } from 'vitest';
import { Form, isCaseForm, type CaseForm } from '#shared/procedure/form.schema.ts';
import { placeName, signPlaces } from './sign-places.ts';

const text = (zh: string) => ({ zh, en: `en ${zh}` });
const head = { id: 'X-1', name: text('样表'), title: text('样表') };
const form = (parts: object): CaseForm => {
  const read = Form.parse({ ...head, ...parts });
  if (!isCaseForm(read)) throw new Error('a register');
  return read;
};
const ids = (of: CaseForm): readonly string[] => signPlaces(of).map(({ id }) => id);

describe('the places where a form is signed', () => {
  it('are its signature cells and its lines for the hand, in the order of the paper', () => {
    const table = form({
      sheet: 'form',
      columns: [78, 78],
      rows: [
        { cells: [{ label: text('意见') }, { field: 'opinion', by_hand: text('批准人（签字）：') }] },
        {
          sign: true,
          cells: [
            { sign: text('投诉人（签字）：'), sign_key: 'complainant_signature' },
            { sign: text('经办人（签字）：') },
          ],
        },
      ],
      below: [{ signatures: [{ label: text('见证人'), key: 'witness_signature' }] }],
    });
    expect(ids(table)).toEqual(['sign-1', 'complainant_signature', 'sign-3', 'witness_signature']);
    expect(signPlaces(table).map(place => placeName(place, 'zh-CN'))).toEqual([
      '批准人（签字）',
      '投诉人（签字）',
      '经办人（签字）',
      '见证人',
    ]);
  });

  it('are counted once where they stand on every page or twice', () => {
    const asked = { label: text('被询问人'), key: 'asked_signature' };
    const record = form({
      sheet: 'record',
      body: [
        { para: text('正文') },
        { signatures: [asked, { label: text('记录人') }, { label: text('记录人') }] },
      ],
      every_page: [asked, { label: text('记录人') }],
    });
    expect(ids(record)).toEqual(['asked_signature', 'sign-2']);
  });

  it('are none on a letter that only bears the seal', () => {
    expect(ids(form({ sheet: 'letter', body: [{ para: text('正文') }] }))).toEqual([]);
  });
});
