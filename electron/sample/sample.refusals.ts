import type { ChannelName } from '#shared/ipc/channels.ts';
import type { DeskFault } from '#shared/ipc/result.ts';

/** What leaves the house for headquarters, or comes from there. */
const NOT_HANDED_OVER: readonly ChannelName[] = [
  'bundles:export',
  'bundles:seal',
  'bundles:verify',
  'bundles:import-receipts',
  'bundles:removable',
  'bundles:remove',
  'drives:list',
  'drives:pick-up',
  'orders:import',
  'transfers:send',
  'transfers:write',
  'transfers:import',
  'transfers:read',
  'transfers:answer',
  'cards:export-office',
  'cards:import-headquarters',
  'cards:import-colleague',
  'outbox:state',
  'outbox:act',
  'outbox:network',
  'outbox:set-network',
];

/** Nobody at headquarters must ever meet a made-up case. */
export const sampleRefusal = (name: ChannelName): DeskFault | undefined =>
  NOT_HANDED_OVER.includes(name) ? { code: 'sample/not-handed-over' } : undefined;
