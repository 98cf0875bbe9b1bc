import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import { createContext, useContext, useInsertionEffect, useMemo, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '#renderer/i18n/index.ts';
import type { Language } from '#shared/core/text.ts';
import { CommandProvider } from '#renderer/ui/command/command-provider.tsx';
import './styles.ts';
import { theme } from './theme.ts';

export type Scheme = 'light' | 'dark';
export type Scale = 'normal' | 'large';

const ScaleContext = createContext<Scale>('normal');

/** For parts that measure in pixels and must measure again when the type grows. */
export const useScale = (): Scale => useContext(ScaleContext);

/** The scheme is a setting of the program, kept where its settings are; Mantine is to remember nothing. */
const forgetful: MantineColorSchemeManager = {
  get: fallback => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

export interface UiProviderProps {
  readonly language: Language;
  readonly scheme: Scheme;
  readonly scale: Scale;
  readonly children: ReactNode;
}

/** Language, colours, type size and keys for everything beneath it; sets the same on the document. */
export function UiProvider({ language, scheme, scale, children }: UiProviderProps): ReactNode {
  const i18n = useMemo(() => createI18n(language), [language]);

  // Before any layout effect beneath measures itself in rem.
  useInsertionEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dataset['scale'] = scale;
    root.dataset['mantineColorScheme'] = scheme;
  }, [language, scale, scheme]);

  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        forceColorScheme={scheme}
        defaultColorScheme={scheme}
        colorSchemeManager={forgetful}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <ScaleContext value={scale}>
          <CommandProvider>{children}</CommandProvider>
        </ScaleContext>
      </MantineProvider>
    </I18nextProvider>
  );
}
