// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { ReceivedTransfer } from '#shared/case/transfer.state.ts';
import { newDocumentId, newPersonId, newTransferId, type OfficeCode } from '#shared/core/ids.ts';
import { ok } from '#shared/core/result.ts';
import { at, countingIds } from '#shared/fixtures/community.ts';
import { ROLES } from '#shared/procedure/role.ts';
import type { Transfer } from '#shared/transfer/transfer.schema.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { draftsInMemory } from '#renderer/db/testing/drafts.fixture.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { ReceivedCase } from './received-case.tsx';

const STROKES = '{"v":1,"height":700,"strokes":[[[100,100,50],[900,500,60]]]}';
const ids = countingIds();
const id = newTransferId(ids);
const from = { code: 'PHX-0388' as OfficeCode, name: '样本社区居委会' };
const number = '样社〔2026〕0007号';
const received: ReceivedTransfer = {
  ...{ id, from, kind: 'hand-over', number, sha256: 'a'.repeat(64), content: 'b'.repeat(64) },
  ...{ at: at('2026-10-12T09:00'), by: '王登记' },
};

/** Shows a case against these people to somebody who holds every role. */
function show(respondent: string, papers: Transfer['papers'] = []): void {
  const transfer: Transfer = {
    ...{ format: 'phoenix-transfer', version: 1, transfer_id: id, kind: 'hand-over', from },
    ...{ to: 'PHX-0371' as OfficeCode, sent_at: at('2026-10-11T09:00'), number },
    ...{ procedure: { id: 'made', name: '样本规程' }, received_at: at('2026-10-10T09:00') },
    fields: [
      {
        ...{ key: 'respondent', role: 'respondent', part: 'registration', label: '被反映人' },
        ...{ value: respondent, words: respondent },
      },
    ],
    ...{ reason: '归你们管。', papers, attachments: [] },
    withheld: { fields: 0, papers: 0, attachments: 0 },
  };
  const state = { phase: 'open', me: { person: newPersonId(ids), name: '李经办', roles: ROLES } };
  const desk = {
    drafts: draftsInMemory(),
    getState: () => state,
    subscribe: () => () => undefined,
    api: {
      transfers: { read: () => Promise.resolve(ok(transfer)) },
      papers: { read: () => Promise.resolve(ok(new TextEncoder().encode(STROKES))) },
    },
  };
  const nothing = (): void => undefined;
  renderUi(
    <DeskContext value={desk as unknown as Desk}>
      <ReceivedCase
        {...{ received, procedures: [], language: 'zh-CN' as const }}
        {...{ onRegister: nothing, onOpenCase: nothing, onReturned: nothing }}
      />
    </DeskContext>,
    { language: 'zh-CN' },
  );
}

it('what was signed on the screen is shown with whose it is, and for which paper it holds', async () => {
  const hand = { at: at('2026-10-10T09:30'), by: '赵经手', image: 'c'.repeat(64), bytes: 60 };
  show('赵样本', [
    {
      ...{ document: newDocumentId(ids), name: '登记表', sha256: 'd'.repeat(64), bytes: 9 },
      signed_on_screen: {
        ...{ form: 'PHX-01', pages: 1, mark: 'DDDDDDDD', complete: true },
        signatures: [{ ...hand, place: '投诉人（签字）', signer: '李样本' }],
      },
    },
  ]);
  const signed = within(await screen.findByRole('region', { name: '《登记表》在屏幕上签的字' }));
  expect(await signed.findByRole('img', { name: '李样本的签字' })).toBeTruthy();
  expect(signed.getByText(/李样本.*2026年10月10日 09:30，赵经手经手/)).toBeTruthy();
  expect(signed.getByText(/页脚短码 DDDDDDDD/)).toBeTruthy();
});

const acts = (): readonly (string | null)[] =>
  screen.getAllByRole('button').map(({ textContent }) => textContent);

it('whoever the case is against is offered neither to register it nor to send it back', async () => {
  show('赵样本、李 经办');
  expect(await screen.findByText('这件案件反映的是您，请交给别的同事登记或退回。')).toBeTruthy();
  expect(screen.queryAllByRole('button')).toEqual([]);
});

it('everybody else is offered both, by their roles', async () => {
  show('赵样本');
  await screen.findByText('赵样本');
  expect(acts()).toEqual(['登记这一件', '退回…']);
});
