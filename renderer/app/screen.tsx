import type { ReactNode } from 'react';
import { assertNever } from '#shared/core/assert.ts';
import { useDeskState } from '#renderer/db/live/desk.context.ts';
import { FirstRunPage } from '#renderer/features/first-run/index.ts';
import { BrokenPage, LockPage, OpeningPage } from '#renderer/features/lock/index.ts';
import { ClosedScreen } from './closed-screen.tsx';
import { FIRST_PACK } from './first-pack.ts';
import { OpenDesk } from './open-desk.tsx';

export function Screen(): ReactNode {
  const state = useDeskState();
  switch (state.phase) {
    case 'starting':
      return null;
    case 'first-run':
      return (
        <ClosedScreen page="first-run">
          {help => <FirstRunPage procedures={[FIRST_PACK]} help={help} />}
        </ClosedScreen>
      );
    case 'locked':
      return <ClosedScreen page="lock">{help => <LockPage help={help} />}</ClosedScreen>;
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
