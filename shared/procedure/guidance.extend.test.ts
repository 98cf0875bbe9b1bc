import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { guidanceInUse, officeProcedure } from '#shared/case/office.procedure.ts';
import { err, expectOk } from '#shared/core/result.ts';
import { at, foundedOffice } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { withGuidance } from './guidance.extend.ts';
import { loadGuidancePack } from './pack.load.ts';

const cards = (id: string, added: string) =>
  expectOk(
    loadGuidancePack(
      [
        {
          path: 'guidance-pack.yaml',
          text: `
id: ${id}
version: 1
code: CRD
name: { zh: 提示, en: Cards }
sector: { zh: 通用, en: General }
source: { zh: 试验用, en: For tests }
cards: [{ id: ask, title: { zh: 问, en: Ask }, kind: ask, lines: [{ zh: 问清时间, en: When }] }]
${added}`,
        },
      ],
      text => createHash('sha256').update(text).digest('hex'),
    ),
  );

const mood = cards(
  'mood',
  `
fields:
  - { key: mood, type: text, label: { zh: 情绪, en: Mood } }
  - { key: subject, type: longtext, label: { zh: 别的事由, en: Another matter } }
limits:
  - { id: CRD-L-note, name: { zh: 记事, en: Note }, rule: { zh: 规定, en: Rule }, starts: [{ registered: true }],
      ends: [{ noted: true }], amount: 1 }
`,
);
const also = cards('also', 'fields: [{ key: mood, type: text, label: { zh: 心情, en: Temper } }]');
const pack = ladderPack();

describe('guidance added to a procedure', () => {
  it('asks its fields at registration and brings its limits; what the procedure has stays', () => {
    const extended = withGuidance(pack, [mood]);
    expect(extended.registration.fields).toEqual(['subject', 'mood']);
    expect(extended.fields.find(({ key }) => key === 'subject')?.type).toBe('text');
    expect(extended.limits.map(({ id }) => id)).toEqual(['CRD-L-note']);
    expect(extended.hash).toBe(pack.hash);
    const desk = new MadeDesk(extended).register('2026-10-08T09:30', { mood: '激动' });
    expect(desk.clock('CRD-L-note', '2026-10-08T10:00')).toMatchObject({ status: 'running' });
    desk.act('2026-10-08T11:00', { type: 'add-note', text: '已安抚' });
    expect(desk.clock('CRD-L-note', '2026-10-12T10:00')?.status).toBe('met');
  });

  it('keeps nowhere what is only for advice: not at registration, not by a correction', () => {
    const advice = cards(
      'advice',
      'fields: [{ key: temper, type: text, label: { zh: 类型, en: Type }, advice_only: true, default: 平和 }]',
    );
    const extended = withGuidance(pack, [advice]);
    expect(extended.registration.fields).toContain('temper');
    const desk = new MadeDesk(extended).register('2026-10-08T09:30', { temper: '盛气凌人' });
    expect(
      desk.attempt('2026-10-08T10:00', { type: 'change-fields', values: { temper: '盛气凌人' } }),
    ).toEqual(err({ code: 'case/nothing-changed' }));
    expect(desk.state().values).toEqual({ subject: '电梯' });
    expect(JSON.stringify([...desk.events])).not.toMatch(/temper|盛气凌人/);
  });

  it('still reads a case that kept it before it was only for advice', () => {
    const desk = new MadeDesk(withGuidance(pack, [mood])).register('2026-10-08T09:30', { mood: '激动' });
    const advice = cards(
      'advice',
      'fields: [{ key: mood, type: text, label: { zh: 情绪, en: Mood }, advice_only: true }]',
    );
    desk.procedure = withGuidance(pack, [advice]);
    desk.step('2026-10-08T10:00', 'accept');
    expect(desk.state().tracks['main']?.state).toBe('accepted');
  });

  it('adds a field that two of them bring once', () => {
    const extended = withGuidance(pack, [mood, also]);
    expect(extended.registration.fields).toEqual(['subject', 'mood']);
    expect(extended.fields.filter(({ key }) => key === 'mood')).toMatchObject([{ label: { zh: '情绪' } }]);
  });

  it('changes nothing where it has nothing to add', () => {
    expect(withGuidance(pack, [])).toBe(pack);
  });

  it('is shown before an office has chosen where the pack says so, and then as it chose', () => {
    const common = cards('common', 'at_first: true');
    const ids = (chosen?: readonly string[]) =>
      guidanceInUse([mood, common], chosen ? { chosen: { procedures: [], guidance: chosen } } : {}).map(
        ({ id }) => id,
      );
    expect(ids()).toEqual(['common']);
    expect(ids([])).toEqual([]);
    expect(ids(['mood'])).toEqual(['mood']);
  });

  it('cannot be shown before it is chosen where it asks something', () => {
    expect(() =>
      cards('common', 'at_first: true\nfields: [{ key: mood, type: text, label: { zh: 心情, en: Mood } }]'),
    ).toThrow('没有选就在用');
  });

  it('is what the office chose', () => {
    const used = (guidance: readonly string[]) =>
      officeProcedure(
        pack,
        { ...foundedOffice(), chosen: { procedures: [pack.id], guidance } },
        [mood, also],
        at('2026-10-08T09:30'),
      );
    expect(used([])).toBe(pack);
    expect(used(['also']).fields.at(-1)?.label.zh).toBe('心情');
    expect(officeProcedure(pack, foundedOffice(), [mood], at('2026-10-08T09:30'))).toBe(pack);
  });
});
