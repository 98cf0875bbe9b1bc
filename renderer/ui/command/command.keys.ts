/** What is asked of a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const NAMES: Readonly<Record<string, string>> = { Escape: 'Esc', ' ': 'Space' };

/** With Alt a Mac types another character, and other layouts have other letters: the place of the key tells. */
function letterOf({ key, code, altKey }: KeyPress): string {
  const placed = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  const letter = placed?.[1] ?? placed?.[2];
  const isPlain = key.length === 1 && key >= '!' && key <= '~';
  return letter !== undefined && (altKey || !isPlain) ? letter : key.toUpperCase();
}

/** The key as a command writes it: `Ctrl+N`, `F9`, `Alt+1`, `Esc`. */
export function keyOf(press: KeyPress): string {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  const isCharacter = key.length === 1 && key !== ' ';
  const named = isCharacter || key === 'Dead' ? letterOf(press) : (NAMES[key] ?? key);
  // Of a sign on the upper row Shift says nothing that the sign does not.
  const shifted = shiftKey && (!isCharacter || /[A-Z0-9]/.test(named));
  return [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shifted ? 'Shift' : '', named]
    .filter(Boolean)
    .join('+');
}

/** Moves the cursor or writes something where somebody types; everything else is free for commands there too. */
export const isTypingKey = (key: string): boolean =>
  key.startsWith('Alt+Arrow') || (!/^(?:Ctrl|Alt)\+/.test(key) && !/^(?:F\d+|Esc)$/.test(key));

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** As it is drawn in a hint. */
export const keyWords = (key: string): string =>
  key.replace(/Arrow(?:Up|Down)|Page(?:Up|Down)/, name => SIGNS[name] ?? name);
