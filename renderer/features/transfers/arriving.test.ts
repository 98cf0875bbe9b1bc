import { expect, it } from 'vitest';
import { newTransferId, type OfficeCode } from '#shared/core/ids.ts';
import { err, expectOk, ok } from '#shared/core/result.ts';
import { at, communityProcedure, countingIds } from '#shared/fixtures/community.ts';
import type { Transfer } from '#shared/transfer/transfer.schema.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { fillForm } from './arriving.ts';

const from = { code: 'PHX-0388' as OfficeCode, name: '样本社区居委会' };
const words = {
  owner: '01JA0000000000000000000001',
  t: ((key: string) => key) as unknown as Parameters<typeof fillForm>[3]['t'],
};

/** A case whose story is so long, and what the shell kept of it. */
function sent(letters: number, isFull = false) {
  const kept: Uint8Array[] = [];
  const dropped: string[] = [];
  const story = '灯'.repeat(letters);
  const transfer: Transfer = {
    ...{ format: 'phoenix-transfer', version: 1, transfer_id: newTransferId(countingIds()), kind: 'share' },
    ...{ from, to: 'PHX-0371' as OfficeCode, sent_at: at('2026-10-11T09:00'), number: '样社〔2026〕0007号' },
    ...{ procedure: { id: 'made', name: '样本规程' }, received_at: at('2026-10-10T09:00') },
    fields: [
      {
        ...{ key: 'facts', role: 'matter', part: 'registration', label: '经过' },
        ...{ value: story, words: story },
      },
      {
        ...{ key: 'weather', role: 'other', part: 'registration', label: '天气' },
        ...{ value: '有雨。', words: '有雨。' },
      },
    ],
    ...{ reason: '归你们管。', papers: [], attachments: [] },
    withheld: { fields: 0, papers: 0, attachments: 0 },
  };
  const attachments = {
    begin: () => Promise.resolve(isFull ? err({ code: 'storage/disk-full' }) : ok({ upload: 'u' })),
    add: ({ part }: { readonly part: Uint8Array }) => {
      kept.push(part);
      return Promise.resolve(ok(null));
    },
    finish: () => Promise.resolve(ok({ media: 'text/plain', sha256: 'a'.repeat(64), bytes: 9 })),
    drop: ({ upload }: { readonly upload: string }) => {
      dropped.push(upload);
      return Promise.resolve(ok(null));
    },
  };
  const desk = { api: { attachments } } as unknown as Desk;
  return {
    filled: () => fillForm(desk, communityProcedure(), { transfer, from }, words),
    text: () => Buffer.concat(kept).toString(),
    dropped,
  };
}

it('what a form has no room for comes along as a text file', async () => {
  const { filled, text, dropped } = sent(19_990);
  const { values, file } = expectOk(await filled());
  expect(file).toEqual({
    ...{ name: 'received.restFile', media: 'text/plain', sha256: 'a'.repeat(64), bytes: 9 },
  });
  expect(text()).toBe('received.heading\n天气：有雨。');
  expect(values['facts']).toBe('灯'.repeat(19_990));
  expect(dropped).toEqual(['u']);
});

it('where there is room no file is made', async () => {
  const { values, file } = expectOk(await sent(10).filled());
  expect(file).toBeUndefined();
  expect(values['facts']).toContain('天气：有雨。');
});

it('and where it cannot be kept that is said, instead of losing it', async () => {
  expect(await sent(19_990, true).filled()).toEqual(err({ code: 'storage/disk-full' }));
});
