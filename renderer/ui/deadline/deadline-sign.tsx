import type { ReactNode } from 'react';
import type { DeadlineKind } from './deadline.state.ts';

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75 } as const;

/** A triangle with its exclamation mark left out, so that it reads on any ground. */
const triangle = (
  <path d="M8 1.2 15.4 14.6H.6ZM7.2 6v4.2h1.6V6Zm0 5.4V13h1.6v-1.6Z" fill="currentColor" fillRule="evenodd" />
);

const dash = <path d="M3.5 8h9" {...line} />;

/** ○ ◑ ● the disc fills as time runs out, then ▲; ‖ while the clock is stopped; ✓ ✗ once it is over. */
const SIGNS: Readonly<Record<DeadlineKind, ReactNode>> = {
  far: <circle cx="8" cy="8" r="6.2" {...line} />,
  near: (
    <>
      <circle cx="8" cy="8" r="6.2" {...line} />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4Z" fill="currentColor" />
    </>
  ),
  today: <circle cx="8" cy="8" r="6.6" fill="currentColor" />,
  overdue: triangle,
  paused: <path d="M4 2.5h2.6v11H4Zm5.4 0H12v11H9.4Z" fill="currentColor" />,
  met: <path d="m2.5 8.5 3.6 3.8 7.4-8.4" {...line} strokeWidth={2.2} />,
  late: <path d="m3.5 3.5 9 9m0-9-9 9" {...line} strokeWidth={2} />,
  reminder: <circle cx="8" cy="8" r="6.2" {...line} strokeDasharray="2.4 2.4" />,
  lapsed: dash,
  'not-begun': dash,
  none: dash,
};

export const DeadlineSign = ({ kind }: { readonly kind: DeadlineKind }): ReactNode => (
  <svg viewBox="0 0 16 16" aria-hidden>
    {SIGNS[kind]}
  </svg>
);
