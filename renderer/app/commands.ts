import { useEffect, useRef } from 'react';

/** One thing the program can do, and the key that does it wherever somebody is. */
export interface Command {
  /** `Ctrl+N`; on a Mac Ctrl is ⌘. */
  readonly key: string;
  readonly run: () => void;
}

const keyOf = (event: KeyboardEvent): string =>
  [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ]
    .filter(Boolean)
    .join('+');

/** Listens for the keys of these commands while the component is on the screen. */
export function useCommands(commands: readonly Command[]): void {
  const current = useRef(commands);
  useEffect(() => {
    current.current = commands;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const command = current.current.find(({ key }) => key === keyOf(event));
      if (!command || event.isComposing) return;
      event.preventDefault();
      if (!event.repeat) command.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
