import { describe, expect, it } from 'vitest';
import { foldCase } from '#shared/case/case.evolve.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { expectOk } from '#shared/core/result.ts';
import { at, caseEvents, communityProcedure, deciding, foundedOffice } from '#shared/fixtures/community.ts';
import type { Values } from '#shared/procedure/values.ts';
import { registerPaper } from './register.paper.ts';

const procedure = communityProcedure();

function words(values: Values, code: string | null): string {
  const entered = {
    ...{ matter_kind: 'complaint', intake_channel: 'visit', complainant_name: '李范例' },
    ...{ facts: '李范例说，楼道里堆着电动车。', ...values },
  };
  const command = { procedure: procedure.id, receivedAt: at('2026-10-08T09:30'), values: entered };
  const state = foldCase(
    caseEvents(expectOk(decideRegistration(foundedOffice(), command, deciding()))),
    procedure,
  )!;
  return JSON.stringify(
    registerPaper({
      ...{ office: '凤凰社区居委会', period: '2026年10月', printedAt: at('2026-11-01T09:00') },
      journal: { seq: 9, hash: 'ab'.repeat(32) },
      entries: [{ state, procedure, code }],
    }),
  );
}

describe('the register of a month', () => {
  it('names nobody who is kept secret, where the matter begins with the name, either', () => {
    const secret = words({ keep_secret: true }, '反映人0001');
    expect(secret).toContain('反映人0001');
    expect(secret).toContain('■■■说，楼道里堆着电动车。');
    expect(secret).not.toContain('范例');
    expect(words({}, null)).toContain('李范例说，楼道里堆着电动车。');
  });
});
