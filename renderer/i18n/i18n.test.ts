import { describe, expect, it } from 'vitest';
import { createI18n } from './index.ts';
import { namespaces, type Texts } from './namespaces.ts';

const leaves = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)/g)].map(found => found[1] ?? '').sort();

/** A singular belongs to its plural and has no counterpart in Chinese. */
const keysOf = (texts: Texts): string[] =>
  leaves(texts)
    .map(([key]) => key)
    .filter(key => !key.endsWith('_one'))
    .sort();

describe('the languages', () => {
  const names = Object.keys(namespaces['zh-CN']);

  it('have the same namespaces', () => {
    expect(Object.keys(namespaces.en).sort()).toEqual([...names].sort());
    expect(names).toContain('ui');
  });

  describe.each(names)('in the namespace %s', name => {
    const chinese = namespaces['zh-CN'][name] ?? {};
    const english = namespaces.en[name] ?? {};

    it('have the same keys', () => {
      expect(keysOf(english)).toEqual(keysOf(chinese));
    });

    it('leave no text empty', () => {
      const empty = [...leaves(chinese), ...leaves(english)].filter(([, text]) => text.trim() === '');
      expect(empty).toEqual([]);
    });

    it('fill the same gaps', () => {
      const englishTexts = new Map(leaves(english));
      const differing = leaves(chinese).filter(
        ([key, text]) => placeholders(text).join() !== placeholders(englishTexts.get(key) ?? '').join(),
      );
      expect(differing).toEqual([]);
    });

    it('leave nothing untranslated', () => {
      const chineseTexts = new Map(leaves(chinese));
      const left = leaves(english).filter(
        ([key, text]) => /\p{Script=Han}/u.test(text) && chineseTexts.get(key) === text,
      );
      expect(left).toEqual([]);
    });
  });
});

describe('a translator', () => {
  it('puts values in as they are, quotation marks and angles included', () => {
    const { t } = createI18n('zh-CN');
    expect(t('chip.remove', { name: '姓名', value: '“A&B” <样本>' })).toBe('去掉条件：姓名 “A&B” <样本>');
  });

  it('counts in English with singular and plural and in Chinese with one form', () => {
    const english = createI18n('en');
    const chinese = createI18n('zh-CN');
    expect([1, 2].map(count => english.t('unit.working-days', { count }))).toEqual([
      '1 workday',
      '2 workdays',
    ]);
    expect([1, 2].map(count => chinese.t('unit.working-days', { count }))).toEqual([
      '1 个工作日',
      '2 个工作日',
    ]);
  });
});
