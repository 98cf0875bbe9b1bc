import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { UiProvider } from '#renderer/ui/theme/ui-provider.tsx';
import { CasePage } from './pages/case.tsx';
import { CasesPage } from './pages/cases.tsx';
import { LockPage, PersonPage } from './pages/first-run.tsx';
import { MonthPage } from './pages/month.tsx';
import { PartsPage } from './pages/parts.tsx';
import { ReceptionPage } from './pages/reception.tsx';
import { LanguageContext } from './say.ts';

const asked = new URLSearchParams(location.search);

const PAGES: Readonly<Record<string, ReactNode>> = {
  reception: <ReceptionPage />,
  cases: <CasesPage />,
  empty: <CasesPage empty />,
  case: <CasePage />,
  month: <MonthPage />,
  error: <MonthPage broken />,
  person: <PersonPage />,
  lock: <LockPage />,
  parts: <PartsPage />,
};

const language = asked.get('language') === 'en' ? 'en' : 'zh-CN';
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider
        language={language}
        scheme={asked.get('scheme') === 'dark' ? 'dark' : 'light'}
        scale={asked.get('scale') === 'large' ? 'large' : 'normal'}
      >
        <LanguageContext value={language}>{PAGES[asked.get('page') ?? 'parts']}</LanguageContext>
      </UiProvider>
    </StrictMode>,
  );
}
