import { useState, type ReactNode } from 'react';
import { USUAL_LOCK_MINUTES, type Preferences } from '#shared/ipc/answers.ts';
import { USUAL_COLUMNS } from '#shared/list/case-list.choices.ts';
import { useDesk, useDeskState } from '#renderer/db/live/desk.context.ts';
import { SampleBand } from '#renderer/features/sample/index.ts';
import { UiProvider } from '#renderer/ui/theme/ui-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { PreferencesContext, useSystemScheme } from './preferences.ts';
import { Screen } from './screen.tsx';

const AT_FIRST: Preferences = {
  language: 'zh-CN',
  largeType: false,
  scheme: 'light',
  notices: true,
  caseColumns: USUAL_COLUMNS,
  caseViews: [],
  toured: true,
  lockAfter: USUAL_LOCK_MINUTES,
};

/** Language, type size and colours around whatever the desk shows. */
export function App(): ReactNode {
  const desk = useDesk();
  const state = useDeskState();
  const [changed, setChanged] = useState<Partial<Preferences>>({});
  const system = useSystemScheme();
  const preferences: Preferences = {
    ...AT_FIRST,
    ...('boot' in state ? state.boot.preferences : {}),
    ...changed,
  };
  const change = (next: Partial<Preferences>): void => {
    setChanged({ ...changed, ...next });
    void desk.api.app.preferences(next);
  };
  return (
    <UiProvider
      language={preferences.language}
      scheme={preferences.scheme === 'auto' ? system : preferences.scheme}
      scale={preferences.largeType ? 'large' : 'normal'}
    >
      <PreferencesContext value={{ preferences, change }}>
        <ErrorBoundary onError={where => void desk.api.app.report({ where, message: '' })}>
          <SampleBand />
          <Screen />
        </ErrorBoundary>
      </PreferencesContext>
    </UiProvider>
  );
}
