import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/core/assert.ts';
import { useDeskState } from '#renderer/db/live/desk.context.ts';
import { FirstRunPage } from '#renderer/features/first-run/index.ts';
import { BrokenPage, LockPage, OpeningPage } from '#renderer/features/lock/index.ts';
import { OpenDesk } from './open-desk.tsx';

/** The pack a new office begins with: packs themselves are read once the ledger is open. */
const FIRST_PACK = 'phoenix-community';

export function Screen(): ReactNode {
  const { t } = useTranslation('app');
  const state = useDeskState();
  switch (state.phase) {
    case 'starting':
      return null;
    case 'first-run':
      return <FirstRunPage procedures={[{ id: FIRST_PACK, name: t('firstPack') }]} />;
    case 'locked':
      return <LockPage />;
    case 'opening':
      return <OpeningPage />;
    case 'broken':
      return <BrokenPage />;
    case 'open':
      return <OpenDesk />;
    default:
      return assertNever(state);
  }
}
