import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/core/text.ts';
import { namespaces } from './namespaces.ts';

/** A translator with all namespaces of both languages in it; Chinese answers where English has no text. */
export function createI18n(language: Language): I18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: namespaces,
    ns: Object.keys(namespaces['zh-CN']),
    defaultNS: 'ui',
    initAsync: false,
    // React escapes what it shows; escaping here as well would print &quot; to the clerk.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}
