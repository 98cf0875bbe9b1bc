import { describe, expect, it } from 'vitest';
import { run, USE } from './command-line.ts';
import { widthOf } from './wide.text.ts';

function call(...args: readonly string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = run(args, {
    say: line => said.push(line),
    complain: line => complained.push(line),
  });
  return { code, said, complained };
}

describe('npm run packs', () => {
  it.each([[[]], [['--help']], [['-h']], [['due', '--help']]])('prints its use with %j', args => {
    expect(call(...args)).toEqual({ code: 0, said: [USE], complained: [] });
  });

  it.each<[readonly string[], string]>([
    [['nonsense'], '没有这个命令：nonsense'],
    [['--json'], '没有写命令'],
    [['list', 'x'], 'list 后面多写了：x'],
    [['list', '--json'], 'list 没有这个选项：--json'],
    [['list', '--colour'], '选项用得不对：--colour'],
    [['show'], 'show 后面要写规程的编号'],
    [['show', 'nowhere'], '没有这个规程：nowhere'],
    [['show', 'SAMR'], 'SAMR 是几个规程：samr-2019、samr-2026'],
    [['coverage', '--pack', 'nowhere'], '目录里没有这个规程：nowhere'],
    [['due'], 'due 后面要写时限的编号'],
    [['due', 'TL-044'], 'due 要写 --from 时刻'],
    [['due', 'TL-044', '--from'], '选项用得不对：--from'],
    [['due', 'TL-999', '--from', '2026-09-24T10:05+08:00'], '没有这个时限：TL-999'],
  ])('refuses %j in one sentence', (args, sentence) => {
    expect(call(...args)).toEqual({ code: 2, said: [], complained: [sentence] });
  });

  it('refuses a folder that is not there', () => {
    expect(call('check', 'out/no-such-pack').complained[0]).toMatch(/^没有这个文件夹：/);
  });

  it('lists every pack, in columns that line up though their letters are wide', () => {
    const { code, said } = call('list');
    expect([code, said.length]).toEqual([0, 39]);
    const columns = said.map(line => {
      const at = line.indexOf(/ {2}(\d+ 张表单|\d+ 张提示卡)/.exec(line)?.[0] ?? '?');
      return [line.search(/ v\d /), widthOf(line.slice(0, at))];
    });
    expect(new Set(columns.map(String)).size).toBe(1);
  });

  it('tells what of the catalogue there is, and of one pack', () => {
    const { code, said } = call('coverage');
    expect(code).toBe(0);
    expect(said.at(-1)).toMatch(
      /^37\/37 systems {2}forms 119\/119 {2}fields 1002\/1002 {2}limits 148\/148 {2}figures 145\/145 {2}reports 36\/36 {2}checklist 129\/129$/,
    );
    expect(said.join('\n')).not.toContain('checklist missing');
    for (const name of ['VK', 'B14'])
      expect(call('coverage', '--pack', name).said[0]).toMatch(/B14 vanke-real-estate/);
    expect(call('coverage', '--pack', 'vanke-real-estate', '--json').said[0]).toMatch(/"missing": \[\]/);
  });

  it.each<[string, readonly RegExp[]]>([
    [
      'VK',
      [
        /^ {2}处理（main）：登记时开始$/,
        /^ {4}中心回复专员（centre-answer，负责人，通常走）：待中心判断 → 已受理$/,
        /^ {6}只有等级是“重大”才能走$/,
        /^ {6}出：VK-02$/,
        /^ {6}案卷要齐$/,
        /^ {2}TL-051 下班后的网上投诉送达：1 小时；从上班时起算$/,
        /^ {4}起：定为“热点”$/,
        /^ {4}止：出 VK-02$/,
        /^等级，从轻到重：一般、重要、热点、重大$/,
        /^ {2}TL-057 热点：1 个月内类别、事由相同、/,
        /^ {2}TL-062 半月报：每月，期末当月 18 日，出 R-VK-2$/,
        /^案卷里要有（保存多久由本单位定，未核对）$/,
        /^ {2}客户服务中心名称（centre_name）：客户服务中心$/,
        /^未核对的 \d+ 处$/,
        /^要问清楚的$/,
      ],
    ],
    [
      'shanxi-hospital-disputes',
      [/^ {6}负责人批准$/, /^ {6}先要出过：SXH-03、SXH-10$/, /^ {6}开始“纠纷（事件）”$/],
    ],
    ['MAL', [/^逐级升级，/, /^ {2}TL-036 15 分钟到/]],
    ['guangxi-12315', [/^情形 non-acceptance（/, /^ {4}中止（/]],
    ['PHX', [/^ {4}可延长 1 次，/]],
    ['TYP', [/^提示卡$/]],
  ])('shows everything of %s that a reviewer needs', (id, wanted) => {
    const { code, said } = call('show', id);
    expect(code).toBe(0);
    for (const line of wanted) expect(said).toContainEqual(expect.stringMatching(line));
    expect(said.join('\n')).not.toMatch(/undefined|\[object/);
  });

  it('checks one pack', () => {
    expect(call('check', 'resources/procedures/vanke-real-estate')).toEqual({
      code: 0,
      said: ['✓ vanke-real-estate'],
      complained: [],
    });
  });
});
