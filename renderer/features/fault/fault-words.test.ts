import { describe, expect, it } from 'vitest';
import { BUNDLE_SENTENCES } from '#shared/bundle/bundle.refusals.ts';
import { createI18n } from '#renderer/i18n/index.ts';
import type { WordedCode } from '#renderer/i18n/fault-texts.ts';
import { fault as texts } from '#renderer/i18n/zh-CN/fault.ts';
import { faultWords, type AnyFault } from './fault-words.ts';

/** That these are all there are is proven by the types: `FaultTexts` is made from the closed unions. */
const worded = Object.entries(texts.code).flatMap(([area, names]) =>
  Object.keys(names).map(name => `${area}/${name}`),
) as WordedCode[];

describe.each(['zh-CN', 'en'] as const)('a refusal in %s', language => {
  const i18n = createI18n(language);
  const t = i18n.getFixedT(language, 'fault');
  const words = (code: string) =>
    faultWords(
      { code } as AnyFault,
      (key, values) => t(key as 'list', values ?? {}),
      key => i18n.exists(key, { ns: 'fault' }),
      language,
    );

  it.each(worded)('%s says what happened, what was kept and what to do', code => {
    const { what, kept, next } = words(code);
    expect(what).not.toBe(t('unknown.what'));
    for (const sentence of [what, kept, next]) expect(sentence).not.toMatch(/^$|^code\.|^kept\./);
  });

  it.each(Object.keys(BUNDLE_SENTENCES))('%s is told in the sentence that headquarters reads too', code => {
    const { what } = words(code);
    expect(Object.values(BUNDLE_SENTENCES).flatMap(({ zh, en }) => [zh, en])).toContain(what);
  });
});
