/** Names only, so that the preload stays a few lines of code. */
export const CHANNELS = [
  'app:boot',
  'app:preferences',
  'app:report',
  'setup:begin',
  'setup:print-key',
  'setup:finish',
  'session:unlock',
  'session:recover',
  'session:lock',
  'people:set-passphrase',
  'people:own-passphrase',
  'people:shut-out',
  'journal:append',
  'journal:read',
  'journal:verify',
  'store:mark',
  'store:set-mark',
  'drafts:save',
  'drafts:list',
  'drafts:remove',
  'packs:list',
  'manual:read',
  'notices:claim',
  'notices:show',
  'papers:make',
  'papers:set',
  'papers:read',
  'papers:print',
  'papers:progress',
  'papers:cancel',
  'papers:left',
  'papers:settle',
  'papers:save',
  'papers:save-word',
  'papers:take-in',
  'imports:read',
  'sheets:save',
  'scans:keep',
  'attachments:begin',
  'attachments:add',
  'attachments:finish',
  'attachments:drop',
  'attachments:unfinished',
  'attachments:read',
  'attachments:save',
  'signatures:keep',
  'signatures:copy',
  'printers:list',
  'printers:calibrate',
  'printers:correct',
  'reports:make',
  'reports:figures',
  'month:summary',
  'bundles:export',
  'bundles:cancel',
  'bundles:verify',
  'bundles:import-receipts',
  'cards:export-office',
  'cards:import-headquarters',
] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** What the shell tells the window unasked. */
export interface Notices {
  'journal:appended': { readonly seq: number };
  'session:locked': { readonly reason: 'asked' | 'idle' | 'suspend' };
  'bundles:progress': { readonly done: number; readonly total: number; readonly phase: string };
  'clock:moved': { readonly offsetMs: number };
}

export const NOTICES = [
  'journal:appended',
  'session:locked',
  'bundles:progress',
  'clock:moved',
] as const satisfies readonly (keyof Notices)[];
