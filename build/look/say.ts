import { createContext, useContext } from 'react';
import type { Language } from '#shared/core/text.ts';

export const LanguageContext = createContext<Language>('zh-CN');

/** The gallery's own texts, which are no part of the program. */
export function useSay(): (chinese: string, english: string) => string {
  const language = useContext(LanguageContext);
  return (chinese, english) => (language === 'en' ? english : chinese);
}
