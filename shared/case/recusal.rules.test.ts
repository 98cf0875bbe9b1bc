import { describe, expect, it } from 'vitest';
import { err } from '#shared/core/result.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import type { CaseCommand } from './commands.ts';
import { recusalOf } from './recusal.rules.ts';

const pack = ladderPack({
  limits: `
limits:
  - { id: answer, name: { zh: 答复, en: Answer }, rule: { zh: 规定, en: Rule }, amount: 5,
      starts: [{ registered: true }], ends: [{ step: answer }],
      extension: { amount: 5, times: 2, role: supervisor } }
`,
});
const RECEIVED = '2026-10-08T09:30';
const NOW = '2026-10-08T11:00';
const CONCERNED = { name: '赵主任', roles: ['supervisor', 'handler', 'registrar'] } as const;
const WHY = { zh: '应当回避', en: 'Must stand aside' };

/** A case about 赵主任 with one paper made, and a second case to go into. */
function desk() {
  const made = new MadeDesk(pack).register(RECEIVED, { respondent: '赵 主任' });
  made.register(RECEIVED, {}, 'B');
  const document = made.print('2026-10-08T10:00', 'LAD-02');
  return { made, document };
}

describe('a name in a case', () => {
  const named = (respondent: string, name = '李经办') =>
    recusalOf(pack, new MadeDesk(pack).register(RECEIVED, { respondent }).state(), name) !== undefined;

  it.each([
    ['李经办'],
    [' 李经办 '],
    ['李 经办'],
    ['李\u3000经办'],
    ['王登记、李经办'],
    ['王登记，李 经办；赵主任'],
    ['王登记 李经办'],
    ['王登记/李经办'],
  ])('is the same person as 李经办 when it is written “%s”', respondent => {
    expect(named(respondent)).toBe(true);
  });

  it('is compared with a name of the office that is spaced itself', () => {
    expect(named('李经办', '李\u3000经办 ')).toBe(true);
  });

  it.each([
    ['ＬＩ Wei', 'Li Wei'],
    ['阿依•古丽', '阿依·古丽'],
    ['阿依.古丽', '阿依・古丽'],
  ])('%s is %s, whatever the width, the case and the dot', (respondent, name) => {
    expect(named(respondent, name)).toBe(true);
  });

  it.each(['李经', '李经办理', '王登记', ''])('“%s” is somebody else', respondent => {
    expect(named(respondent)).toBe(false);
  });

  it('keeps nobody away where the procedure has no such rule', () => {
    const free = ladderPack({ recusal: '' });
    const state = new MadeDesk(free).register(RECEIVED, { respondent: '李经办' }).state();
    expect(recusalOf(free, state, '李经办')).toBeUndefined();
  });
});

describe('whoever a case is about', () => {
  const commands = (): readonly (readonly [string, CaseCommand])[] => {
    const { made, document } = desk();
    const { id: into, number } = made.state('B');
    return [
      ['extends no limit', { type: 'extend-clock', limit: 'answer', reason: '案情复杂' }],
      ['sets no other class', { type: 'override-severity', class: 'major', reason: '影响大' }],
      ['voids no paper', { type: 'void-document', document, reason: '写错' }],
      ['merges it into no other case', { type: 'merge', into, number, reason: '同一件事' }],
      [
        'does not take their name out of it',
        { type: 'change-fields', values: { respondent: '' }, reason: '改' },
      ],
    ];
  };

  it.each(commands())('%s; a colleague may', (_what, command) => {
    const { made, document } = desk();
    const sent = command.type === 'void-document' ? { ...command, document } : command;
    expect(made.attempt(NOW, sent, CONCERNED)).toEqual(err({ code: 'case/recusal', why: WHY }));
    expect(made.attempt(NOW, sent, { ...CONCERNED, name: '钱主任' })).toMatchObject({ ok: true });
  });

  it.each<[string, CaseCommand]>([
    ['write a note', { type: 'add-note', text: '已告知' }],
    ['correct another field', { type: 'change-fields', values: { phone: '13800138000' }, reason: '改' }],
  ])('may still %s', (_what, command) => {
    expect(desk().made.attempt(NOW, command, CONCERNED)).toMatchObject({ ok: true });
  });
});
