import type { DraftContent } from '#renderer/db/live/drafts.types.ts';
import type { Route } from './route.ts';

/** The page on which a form that was begun is gone on with. */
export function routeOfDraft({ case: id, together, form, procedure }: DraftContent): Route {
  if (id !== undefined) return { page: 'case', id };
  if (together !== undefined) return { page: 'cases' };
  switch (form) {
    case undefined:
      return { page: 'reception' };
    case 'lock-month':
    case 'month-remarks':
    case 'send-back-month':
    case 'close-period':
      return { page: 'month' };
    case 'return-transfer':
      return { page: 'transfers' };
    case 'hours':
      return { page: 'settings' };
    default:
      return procedure === undefined ? { page: 'procedures' } : { page: 'procedure', id: procedure };
  }
}
