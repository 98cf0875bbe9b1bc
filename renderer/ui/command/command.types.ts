/** Where a command stands in the palette and in F1, in this order. */
export const COMMAND_GROUPS = ['here', 'go', 'show', 'desk'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** One thing the program can do: menu, button, key, palette and F1 all take it from here. */
export interface Command {
  /** Its own on every screen, of plain letters: `save`, `go-cases`. */
  readonly id: string;
  /** The words a button would have, in the language of the screen. */
  readonly name: string;
  /** `Ctrl+N`, `F9`, `Alt+W`, `Alt+ArrowUp`; on a Mac ⌘ does the same as Ctrl. */
  readonly key?: string | undefined;
  /** Other keys for the same, which nobody needs to be told. */
  readonly also?: readonly string[] | undefined;
  /** What the key is called where the key alone would be read badly: `Ctrl + −`. */
  readonly keyWords?: string | undefined;
  readonly group: CommandGroup;
  readonly run: () => void;
  /** By its key only: the palette does not offer it. */
  readonly hidden?: boolean | undefined;
  /** A key that is held down goes on doing it. */
  readonly repeats?: boolean | undefined;
  /** Also while a dialog stands above the page. */
  readonly always?: boolean | undefined;
}
