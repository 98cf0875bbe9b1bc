import { describe, expect, it } from 'vitest';
import { textFaults } from './text.rules.ts';

const found = (text: string): readonly string[] =>
  textFaults({ path: 'a.yaml', text }).map(({ line, message }) => `${line} ${message.zh}`);

describe('the rules for texts', () => {
  it.each([
    ['no English', '{ zh: 受理 }', '没有英文'],
    ['Chinese in the English text', '{ zh: 受理, en: Accept 受理 }', '英文里有中文的字或标点'],
    ['a Chinese mark in the English text', '{ zh: 受理, en: "Accept，then" }', '英文里有中文的字或标点'],
    ['a half-width comma between Chinese', '{ zh: "受理,办理", en: Accept }', '中文里有半角标点'],
    ['a half-width bracket after Chinese', '{ zh: "受理(办理)", en: Accept }', '中文里有半角标点'],
    ['a half-width stop at the end', '{ zh: "受理.", en: Accept }', '中文里有半角标点'],
  ])('find %s', (_what, text, sentence) => {
    expect(found(`id: a\nlist:\n  - name: ${text}\n`)).toEqual([`3 list › 0 › name：${sentence}`]);
  });

  it.each(['2.5 小时内', '《办法》第 3 条：9:30 起', '附件：1.书面材料', '{office}：', '3W、4R、8F'])(
    'let %s be',
    zh => {
      expect(found(`name: { zh: '${zh}', en: Accept “at once” }`)).toEqual([]);
    },
  );
});
