// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { foldCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseCommand } from '#shared/case/commands.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { newPersonId, type CaseId } from '#shared/core/ids.ts';
import { instantFromMs, msOf } from '#shared/core/instant.ts';
import { err, expectOk, ok } from '#shared/core/result.ts';
import {
  at,
  caseEvents,
  communityProcedure,
  countingIds,
  deciding,
  foundedOffice,
} from '#shared/fixtures/community.ts';
import type { Role } from '#shared/procedure/role.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk, OpenState, Submission } from '#renderer/db/live/desk.types.ts';
import { draftsInMemory } from '#renderer/db/testing/drafts.fixture.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { IdentityBar } from './identity-bar.tsx';
import { IdentityVisit } from './identity.visit.tsx';
import { useIdentity } from './use-identity.ts';

const procedure = communityProcedure();
const NAME = '李范例';
const AT = at('2026-10-08T09:30');

function secretCase(): CaseState {
  const values = {
    matter_kind: 'complaint',
    intake_channel: 'visit',
    complainant_name: NAME,
    keep_secret: true,
  };
  const command = { procedure: procedure.id, receivedAt: AT, values: { ...values, facts: '楼道堵了。' } };
  return foldCase(caseEvents(expectOk(decideRegistration(foundedOffice(), command, deciding()))), procedure)!;
}

/** A desk with somebody at it, a journal that answers as the test says, and a clock the test moves. */
class SecretDesk {
  readonly asked: CaseCommand[] = [];
  answer: Submission = ok({ caseId: 'CASE' as CaseId, number: '样1', events: [] });
  private nowMs = msOf(AT);
  private minute: () => void = () => undefined;
  private readonly state: OpenState;

  constructor(...roles: readonly Role[]) {
    const person = newPersonId(countingIds());
    this.state = {
      phase: 'open',
      me: { person, name: '承办样本', roles, station: 'PC-1' },
    } as unknown as OpenState;
  }

  pass(ms: number): void {
    act(() => {
      this.nowMs += ms;
      this.minute();
    });
  }

  readonly desk = {
    drafts: draftsInMemory(),
    getState: () => this.state,
    subscribe: () => () => undefined,
    now: () => instantFromMs(this.nowMs),
    onMinute: (listener: () => void) => {
      this.minute = listener;
      return () => (this.minute = () => undefined);
    },
    submitCase: (_: CaseId, command: CaseCommand) => {
      this.asked.push(command);
      return Promise.resolve(this.answer);
    },
  } as unknown as Desk;
}

function Name({ state }: { readonly state: CaseState }): ReactNode {
  const { covered } = useIdentity(procedure, state);
  return <p>{covered.has('complainant_name') ? '盖着' : (state.values['complainant_name'] as string)}</p>;
}

function show(secret: SecretDesk, state = secretCase()): void {
  renderUi(
    <DeskContext value={secret.desk}>
      <IdentityVisit>
        <IdentityBar procedure={procedure} state={state} />
        <Name state={state} />
      </IdentityVisit>
    </DeskContext>,
  );
}

async function open(reason: string): Promise<void> {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '打开身份' }));
  if (reason !== '') await user.type(screen.getByRole('textbox', { name: '打开的理由' }), reason);
  await user.click(screen.getByRole('button', { name: '打开身份' }));
}

describe('the identity of a sealed case', () => {
  it('is shown when the journal has taken the reason', async () => {
    const secret = new SecretDesk('handler');
    show(secret);
    expect(screen.queryByText(NAME)).toBeNull();
    await open('向本人核实');
    screen.getByText(NAME);
    expect(secret.asked).toEqual([{ type: 'open-identity', reason: '向本人核实' }]);
  });

  it('is not shown when the journal refuses, and what was typed stays', async () => {
    const secret = new SecretDesk('handler');
    secret.answer = err({ code: 'journal/stopped' });
    show(secret);
    await open('向本人核实');
    expect(screen.queryByText(NAME)).toBeNull();
    screen.getByRole('alert');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '打开的理由' }).value).toBe('向本人核实');
  });

  it('cannot be opened in a role the pack does not name, and it says which one is needed', () => {
    show(new SecretDesk('records-officer', 'administrator'));
    expect(screen.queryByRole('button', { name: '打开身份' })).toBeNull();
    expect(screen.getByRole('status').textContent).toContain('承办人');
  });

  it('stays open while somebody uses the screen, and is covered when nobody does', async () => {
    const secret = new SecretDesk('supervisor');
    show(secret);
    await open('督查');
    secret.pass(4 * 60_000);
    await userEvent.keyboard('a');
    secret.pass(4 * 60_000);
    screen.getByText(NAME);
    secret.pass(5 * 60_000);
    expect(screen.queryByText(NAME)).toBeNull();
  });

  it('is covered at once when the person covers it', async () => {
    show(new SecretDesk('handler'));
    await open('核实');
    await userEvent.click(screen.getByRole('button', { name: '盖上身份' }));
    expect(screen.queryByText(NAME)).toBeNull();
  });

  it('is nothing to speak of where the case hides nobody', () => {
    const state = secretCase();
    show(new SecretDesk('records-officer'), { ...state, values: { ...state.values, keep_secret: false } });
    screen.getByText(NAME);
    expect(screen.queryByRole('status')).toBeNull();
  });
});
