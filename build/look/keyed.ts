import type { Command } from '#renderer/ui/command/command.types.ts';

/** A command of a picture: its key is drawn and does nothing. */
export const keyed = (key: string): Command => ({
  ...{ id: key, name: key, key },
  group: 'here',
  run: () => undefined,
});
