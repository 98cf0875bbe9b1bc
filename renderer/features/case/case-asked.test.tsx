// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CaseCommand } from '#shared/case/commands.ts';
import { newPersonId } from '#shared/core/ids.ts';
import { countingIds } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk, OpenState } from '#renderer/db/live/desk.types.ts';
import { IdentityVisit } from '#renderer/features/identity/index.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { CaseAsked } from './case-asked.tsx';

const made = ladderPack();
const pack = {
  ...made,
  confidentiality: {
    sealed_if: { field: 'is_report', is: true },
    code: { zh: '反映人', en: 'Person' },
    fields: ['complainant'],
    opened_by: ['handler' as const],
  },
  steps: made.steps.map(step =>
    step.id === 'refuse'
      ? { ...step, fields: [...step.fields, { field: 'complainant', required: false }] }
      : step,
  ),
};

const ask: CaseCommand = {
  type: 'ask-approval',
  matter: {
    ...{ about: 'step', step: 'refuse', ground: '2' },
    values: { decision: '前次已答复', complainant: '李样本', phone: '' },
  },
  reason: '请批准',
};

function show(isReport: boolean): HTMLElement {
  const desk = new MadeDesk(pack).register('2026-10-08T09:30', { is_report: isReport });
  desk.act('2026-10-08T10:00', ask, { name: '李经办', roles: ['handler'] });
  const me = { person: newPersonId(countingIds()), name: '赵主任', roles: ['supervisor'], station: 'PC-1' };
  const state = { phase: 'open', me } as unknown as OpenState;
  const stub = { getState: () => state, subscribe: () => () => undefined } as unknown as Desk;
  renderUi(
    <DeskContext value={stub}>
      <IdentityVisit>
        <CaseAsked procedure={pack} state={desk.state()} clocks={[]} language="zh-CN" />
      </IdentityVisit>
    </DeskContext>,
  );
  return screen.getByRole('group', { name: '不予受理' });
}

const linesOf = (group: HTMLElement) => {
  const names = within(group).getAllByRole('term');
  const words = within(group).getAllByRole('definition');
  return names.map((name, index) => `${name.textContent}：${words[index]?.textContent}`);
};

it('shows whoever approves a step the ground in its words and what would be entered', () => {
  expect(linesOf(show(false))).toEqual(['情形：已经办过', '决定：前次已答复', '投诉人：李样本']);
});

it('keeps who a sealed case comes from covered', () => {
  expect(linesOf(show(true))).toEqual(['情形：已经办过', '决定：前次已答复', '投诉人：已保密']);
});
