export type Launch = {
  /** The path that the program is at; `.` when none was given. */
  readonly target: string;
  /** Switches before and after that path; the first one of a name counts. */
  readonly switches: ReadonlyMap<string, string>;
  /** Modules of `-r`, to be loaded before the program. */
  readonly required: readonly string[];
  /** `process.argv` of the program, without what a test driver put in front. */
  readonly argv: readonly string[];
};

const ofTheDriver = /^--(inspect(-brk)?(=.*)?|remote-debugging-port=.*|no-sandbox)$/;

/** Reads the arguments of the stand-in as Electron reads its own. */
export function readArguments(executable: string, args: readonly string[]): Launch {
  const switches = new Map<string, string>();
  const required: string[] = [];
  const rest: string[] = [];
  let target: string | undefined;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (target === undefined && (arg === '-r' || arg === '--require')) {
      required.push(args[++at] ?? '');
      continue;
    }
    if (arg.startsWith('--') && arg.length > 2) {
      const [name = '', ...value] = arg.slice(2).split('=');
      if (!switches.has(name)) switches.set(name, value.join('='));
      if (target === undefined && ofTheDriver.test(arg)) continue;
    } else target ??= arg;
    rest.push(arg);
  }
  return { target: target ?? '.', switches, required, argv: [executable, ...rest] };
}
