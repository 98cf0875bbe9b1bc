import { createContext } from 'react';
import type { Draft } from '#renderer/db/live/drafts.types.ts';

/** What the page of the case knows to be written and not done. */
export const CaseDraftsContext = createContext<readonly Draft[]>([]);
