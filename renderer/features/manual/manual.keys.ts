/**
 * The keys the manual names, by the command that has each. What stands here is compared with what the screens
 * themselves offer, in `renderer/app/every-command.test.tsx`.
 */
const MANUAL_KEYS: Readonly<Record<string, string>> = {
  register: 'Ctrl+N',
  search: 'Ctrl+K',
  help: 'F1',
  lock: 'Ctrl+L',
  back: 'Esc',
  'read-back': 'F8',
  save: 'F9',
  'save-and-print': 'F10',
  'find-in-cases': 'Ctrl+F',
  print: 'Ctrl+P',
  'take-step': 'Ctrl+Enter',
  'previous-case': 'Alt+ArrowUp',
  'next-case': 'Alt+ArrowDown',
};

export const manualKeys = (): readonly (readonly [command: string, key: string])[] =>
  Object.entries(MANUAL_KEYS);

export const keyOfCommand = (command: string): string | undefined => MANUAL_KEYS[command];
