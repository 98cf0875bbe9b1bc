import type { ReactNode } from 'react';
import { assertNever } from '#shared/core/assert.ts';
import { useDeskState } from '#renderer/db/live/desk.context.ts';
import { FirstRunPage } from '#renderer/features/first-run/index.ts';
import { BrokenPage, LockPage, OpeningPage } from '#renderer/features/lock/index.ts';
import { OpenDesk } from './open-desk.tsx';

/** The pack a new office begins with; packs themselves are read once the ledger is open. */
const PROCEDURES = [
  {
    id: 'phoenix-community',
    name: { zh: '凤凰社区群众投诉及反馈意见登记', en: "Residents' complaints and feedback" },
  },
];

export function Screen(): ReactNode {
  const state = useDeskState();
  switch (state.phase) {
    case 'starting':
      return null;
    case 'first-run':
      return <FirstRunPage procedures={PROCEDURES} />;
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
