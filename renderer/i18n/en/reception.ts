import type { Translation } from '../translation.ts';
import type { reception as source } from '../zh-CN/reception.ts';

export const reception: Translation<typeof source> = {
  title: 'Reception',
  clear: 'Begin again',
  save: 'Save',
  saveAndPrint: 'Save and print',
  saving: 'Saving',
  saved: 'Saved {{number}}',
  openSaved: 'Open this case',
  notSaved: 'Not saved',
  draftSaved: 'Draft kept {{time}}',
  draftWaiting: 'Keeping the draft',
  draftFailed: 'The draft could not be kept; save now',
  draftNone: 'Nothing typed yet',
  missing_one: '{{count}} cell is still empty',
  missing_other: '{{count}} cells are still empty',
  namedAnonymous: 'Anonymous is ticked and a name is written; both will be printed',
  numberLater: 'Given when saved',
  unfinished: 'Unfinished registrations',
  unfinishedAmount_one: '{{count}}',
  unfinishedAmount_other: '{{count}}',
  nameless: 'No name yet',
  stopped: 'Stopped at {{time}}, at “{{field}}”',
  resume: 'Go on',
  drop: 'Discard',
};
