// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { CaseState } from '#shared/case/case.state.ts';
import { newPersonId, type OfficeCode } from '#shared/core/ids.ts';
import { expectOk, ok } from '#shared/core/result.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { foldCase } from '#shared/case/case.evolve.ts';
import {
  at,
  caseEvents,
  communityProcedure,
  countingIds,
  deciding,
  foundedOffice,
} from '#shared/fixtures/community.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { ROLES } from '#shared/procedure/role.ts';
import type { Values } from '#shared/procedure/values.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { draftsInMemory } from '#renderer/db/testing/drafts.fixture.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { SendForm } from './send-form.tsx';

const procedure = communityProcedure();
const me = { person: newPersonId(countingIds()), name: '李经办', roles: ROLES };
let sent: InputOf<'transfers:send'>[] = [];
beforeEach(() => {
  sent = [];
});

function registered(values: Values): CaseState {
  const command = {
    ...{ procedure: procedure.id, receivedAt: at('2026-10-08T09:00') },
    values: {
      ...{ matter_kind: 'complaint', intake_channel: 'visit', complainant_name: '李样本' },
      ...{ complainant_phone: '13800138000', facts: '楼道灯坏了三天。', ...values },
    },
  };
  const state = foldCase(
    caseEvents(expectOk(decideRegistration(foundedOffice(), command, deciding()))),
    procedure,
  );
  if (!state) throw new Error('a case');
  return state;
}

function show(state: CaseState): void {
  const card = { code: 'PHX-0388' as OfficeCode, name: '样本社区居委会' };
  const open = { phase: 'open', me, office: { colleagues: [{ card, at: '', by: '' }] } };
  const desk = {
    drafts: draftsInMemory(),
    getState: () => open,
    subscribe: () => () => undefined,
    api: {
      on: () => () => undefined,
      drives: { list: () => Promise.resolve(ok([])) },
      transfers: {
        send: (input: InputOf<'transfers:send'>) => {
          sent.push(input);
          return Promise.resolve(ok({ cancelled: true }));
        },
      },
    },
  };
  const nothing = (): void => undefined;
  renderUi(
    <DeskContext value={desk as unknown as Desk}>
      <SendForm {...{ procedure, state }} onLeave={nothing} onSent={nothing} />
    </DeskContext>,
    { language: 'zh-CN' },
  );
}

const write = async (): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name: '写到文件夹…' }));
};

it('of somebody who wants to give no name nothing goes along that is not ticked with a reason', async () => {
  show(registered({ is_anonymous: true }));
  await userEvent.type(screen.getByRole('textbox', { name: '理由和要说明的' }), '请接着办。');
  await write();
  expect(sent.map(({ along }) => along)).toEqual([undefined]);
  // The name is not offered.
  expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  await userEvent.click(screen.getByRole('checkbox', { name: '联系电话' }));
  await write();
  expect(screen.getByRole('alert').textContent).toBe('还没有写为什么随案转出联系方式。');
  expect(sent).toHaveLength(1);
  await userEvent.type(screen.getByRole('textbox', { name: '为什么要转出' }), '本人同意。');
  await write();
  expect(sent[1]?.along).toEqual({ fields: ['complainant_phone'], reason: '本人同意。' });
});

it('what is covered is offered to whoever opened it', () => {
  const secret = registered({ keep_secret: true });
  show(secret);
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  expect(screen.getByText(/^遮着的要先打开身份/)).toBeTruthy();
});

it('and offered once it is open', () => {
  show({ ...registered({ keep_secret: true }), identityOpenedBy: [me.person] });
  expect(screen.getByRole('checkbox', { name: '联系电话' })).toBeTruthy();
});

it('a case that hides nobody asks nothing of that', () => {
  show(registered({}));
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
  expect(screen.queryByText(/^遮着的/)).toBeNull();
});
