import type { Indexed } from '#shared/search/search-index.ts';

/** Made-up people and matters; they differ as those of an office do, and are the same in every run. */
const SURNAMES = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹');
const GIVEN = Array.from('样本试填范例虚设代拟演习假想模拟示意练写');
const MATTERS = [
  ...[
    '楼道灯坏了三天',
    '电梯困人',
    '施工噪声很大',
    '高空抛物',
    '飞线充电',
    '退还费用',
    '井盖破损',
    '物业收费不清楚',
  ],
  ...[
    '下水返味',
    '外墙渗水',
    '流浪犬聚集',
    '垃圾不清运',
    '树枝挡光',
    '水压不足',
    '门禁卡失灵',
    '占用绿地',
    '油烟扰民',
  ],
];
const LETTERS = Array.from(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又',
);

function chance(): (below: number) => number {
  let state = 7;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Some 170 letters a case. */
export function sampleTexts(count: number): readonly Indexed<string>[] {
  const random = chance();
  const one = (list: readonly string[]): string => list[random(list.length)] ?? '';
  const several = (list: readonly string[], most: number): string =>
    Array.from({ length: 1 + random(most) }, () => one(list)).join('');
  return Array.from({ length: count }, (_, n): Indexed<string> => {
    const story = Array.from({ length: 3 + random(9) }, () => `${one(MATTERS)}，${several(LETTERS, 16)}`);
    return {
      id: `case-${n}`,
      at: n * 60_000,
      places: [
        { role: 'number', text: `凤社〔2026〕${String(n).padStart(5, '0')}号` },
        { role: 'person', text: one(SURNAMES) + several(GIVEN, 2) },
        { role: 'phone', text: `138${String(random(1e8)).padStart(8, '0')}` },
        { role: 'respondent', text: one(['样本物业', '范例供水', '试填工地']) },
        { role: 'address', text: `样本路${random(400)}号${random(40)}号楼${random(2400)}` },
        { role: 'text', text: story.join('。') },
      ],
    };
  });
}
