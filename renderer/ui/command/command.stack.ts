import { isTypingKey, keyOf, type KeyPress } from './command.keys.ts';
import type { Command } from './command.types.ts';

export interface CommandEvent extends KeyPress {
  readonly isComposing: boolean;
  readonly repeat: boolean;
  readonly defaultPrevented: boolean;
  readonly target: EventTarget | null;
  preventDefault(): void;
}

/** Commands of one component, for as long as it is on the screen. */
export interface CommandEntry {
  /** Nearer is higher: what came to the screen later stands within or above what came before. */
  readonly order: number;
  /** The layer it stands on; 0 for the page. */
  readonly layer: number;
  readonly commands: () => readonly Command[];
  /** A part of the page with keys of its own, which go first while the focus is in it. */
  readonly within?: (() => Element | null) | undefined;
}

export interface CommandStack {
  readonly nextOrder: () => number;
  readonly add: (entry: CommandEntry) => () => void;
  /** A dialog: what is under it neither hears keys nor is offered until it is closed. */
  readonly openLayer: (layer: number) => () => void;
  readonly press: (event: CommandEvent) => void;
  /** What can be done now, the page before its parts; a key that something nearer has is left out. */
  readonly active: () => readonly Command[];
  /** Keys that two commands claim although neither stands within the other: a mistake of whoever wrote the screen. */
  readonly disputed: () => readonly string[];
}

const keysOf = ({ key, also = [] }: Command): readonly string[] =>
  key === undefined ? also : [key, ...also];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;

export function createCommandStack(): CommandStack {
  let orders = 0;
  const entries = new Set<CommandEntry>();
  const layers = new Set<number>();

  const all = (): { readonly entry: CommandEntry; readonly command: Command }[] =>
    [...entries]
      .toSorted((a, b) => a.order - b.order)
      .flatMap(entry => entry.commands().map(command => ({ entry, command })));

  const heard = (): ReturnType<typeof all> => {
    const top = Math.max(0, ...layers);
    return all().filter(({ entry, command }) => entry.layer === top || command.always === true);
  };

  const isWithin = ({ within }: CommandEntry, target: EventTarget | null): boolean =>
    target instanceof Node && within?.()?.contains(target) === true;

  const find = (key: string, target: EventTarget | null): Command | undefined => {
    const fitting = heard().filter(({ command }) => keysOf(command).includes(key));
    return (fitting.findLast(({ entry }) => isWithin(entry, target)) ?? fitting.at(-1))?.command;
  };

  return {
    nextOrder: () => ++orders,
    add: entry => {
      entries.add(entry);
      return () => entries.delete(entry);
    },
    openLayer: layer => {
      layers.add(layer);
      return () => layers.delete(layer);
    },
    press: event => {
      if (event.defaultPrevented || event.isComposing || event.key === 'Process') return;
      const key = keyOf(event);
      if (isTypingKey(key) && isTyping(event.target)) return;
      const command = find(key, event.target);
      if (!command) return;
      event.preventDefault();
      if (!event.repeat || command.repeats) command.run();
    },
    active: () => {
      const taken = new Set<string>();
      const seen = new Set<string>();
      const kept: Command[] = [];
      for (const { command } of heard().toReversed()) {
        if (seen.has(command.id)) continue;
        seen.add(command.id);
        const { key } = command;
        const isFree = key === undefined || !taken.has(key);
        if (key !== undefined) taken.add(key);
        // A screen drawn anew has new commands: what is run is what is there by then.
        const run = (): void =>
          (all().findLast(each => each.command.id === command.id)?.command ?? command).run();
        kept.push({ ...command, key: isFree ? key : undefined, run });
      }
      return kept.toReversed();
    },
    disputed: () => {
      const open = heard().filter(({ entry }) => entry.within === undefined);
      const keys = open.flatMap(({ command }) => keysOf(command));
      return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
    },
  };
}
