import { z } from 'zod';

/** A text a person reads. Chinese is always there; English falls back to it. */
export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1).optional() }).readonly();
export type Text = z.infer<typeof Text>;

export type Language = 'zh-CN' | 'en';

export const inLanguage = (text: Text, language: Language): string =>
  language === 'en' ? (text.en ?? text.zh) : text.zh;
