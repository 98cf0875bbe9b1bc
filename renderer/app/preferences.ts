import { createContext, useContext, useSyncExternalStore } from 'react';
import { invariant } from '#shared/core/assert.ts';
import type { Preferences } from '#shared/ipc/answers.ts';

export interface PreferencesAccess {
  readonly preferences: Preferences;
  readonly change: (next: Partial<Preferences>) => void;
}

export const PreferencesContext = createContext<PreferencesAccess | null>(null);

export function usePreferences(): PreferencesAccess {
  const access = useContext(PreferencesContext);
  invariant(access, 'preferences are around every screen');
  return access;
}

const dark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** What the PC itself is set to, for offices that leave the choice to it. */
export const useSystemScheme = (): 'light' | 'dark' =>
  useSyncExternalStore(
    tell => {
      const query = dark();
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    () => (dark().matches ? 'dark' : 'light'),
  );
