import { describe, expect, it } from 'vitest';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { filePaper } from './file.paper.ts';

const pack = ladderPack();

const textOf = (part: unknown): string => {
  if (Array.isArray(part)) return part.map(textOf).join('');
  if (part === null || typeof part !== 'object') return '';
  const { text } = part as { text?: string };
  return text ?? Object.values(part).map(textOf).join('');
};

const pagesOf = (desk: MadeDesk) =>
  filePaper({
    procedure: pack,
    state: desk.state(),
    office: { name: '样本社区居委会' },
    facts: {},
  }).parts.map(textOf);

describe('cover, contents and closing note of a file', () => {
  it('names office, procedure, number, days and keeping, and no person', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30', {
      complainant: '甲样本',
      phone: '13900000001',
    });
    desk.step('2026-12-30T10:00', 'withdraw', { free_will: true });
    const [cover = ''] = pagesOf(desk);
    expect(cover).toContain('样本社区居委会');
    expect(cover).toContain(desk.state().number);
    expect(cover).toContain('自2026年10月8日至2026年12月30日');
    expect(cover).toContain('5年（至2031年12月31日）');
    expect(pagesOf(desk).join()).not.toMatch(/甲样本|13900000001/);
  });

  it('leaves the last day open while the case is', () => {
    const [cover = ''] = pagesOf(new MadeDesk(pack).register('2026-10-08T09:30'));
    expect(cover).toContain('自2026年10月8日至年月日');
    expect(cover).toContain('5年');
    expect(cover).not.toContain('（至');
  });

  it('counts its pieces in the note and says what is missing', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30');
    desk.print('2026-10-08T09:40', 'LAD-02');
    const [, list = '', note = ''] = pagesOf(desk);
    expect(list).toMatch(/样本社区居委会.*202610081/);
    expect(note).toContain('本卷共 1 件，1 页。');
    expect(note).toContain('规程要求入卷而还没有的：决定。');
  });

  it('says of a paper that lies there unsigned why, and who approved it, until it is signed', () => {
    const desk = new MadeDesk(pack).register('2026-10-08T09:30');
    const document = desk.print('2026-10-08T09:40', 'LAD-02');
    const waiver = {
      type: 'waive-signature',
      document,
      cause: 'unreachable',
      reason: '甲样本的电话停机。',
    } as const;
    desk.act('2026-10-09T09:40', waiver, { name: '赵主任', roles: ['supervisor'] });
    const [, list = '', note = ''] = pagesOf(desk);
    expect(list).toContain('未签字');
    expect(note).toContain('《文书 LAD-02》没有签字：联系不上本人（赵主任批准）。');
    expect(pagesOf(desk).join()).not.toContain('甲样本');
    desk.act('2026-10-10T09:40', { type: 'record-signed', document });
    expect(pagesOf(desk).join()).not.toMatch(/未签字|没有签字/);
  });
});
