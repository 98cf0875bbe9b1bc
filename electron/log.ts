import log from 'electron-log/main';

/**
 * What a message says before it quotes: everything behind the first colon or quotation mark goes. JSON.parse,
 * for one, quotes the text that it could not read.
 */
const withoutValues = (message: string): string => (message.split(/[:\n"'`“‘「]/, 1)[0] ?? '').trim();

/** `fn (main.js:10:5)`: folders hold the user's name, and that name may hold blanks and brackets. */
function place(line: string): string {
  const called = /^\s+at ([^(/\\]*) \(/.exec(line)?.[1] ?? '';
  const file = /([^/\\()]*:\d+:\d+)\)?$/.exec(line)?.[1] ?? '';
  return `at ${called} (${file})`;
}

/** The code places of an error. The stack begins with the message, whose lines may look like places. */
function places({ stack = '', message }: Error): string {
  const begin = message === '' ? -1 : stack.indexOf(message);
  return stack
    .slice(begin < 0 ? 0 : begin + message.length)
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 8)
    .map(place)
    .join(' < ');
}

/** One line: what, where in the code. No values, no names, no paths of the user. */
export function describeError(cause: unknown): string {
  if (!(cause instanceof Error)) return 'not an error';
  const inner = cause.cause instanceof Error ? ` because ${describeError(cause.cause)}` : '';
  const code = (cause as NodeJS.ErrnoException).code;
  return `${cause.name} ${code ?? withoutValues(cause.message)} ${places(cause)}${inner}`;
}

export function prepareLog(folder: string): void {
  log.transports.file.resolvePathFn = () => `${folder}/desk.log`;
  log.transports.file.maxSize = 1_000_000;
  log.transports.console.level = false;
}

/** A bug, or a refusal of the disk that somebody will have to look at. */
export function logBug(where: string, cause: unknown): void {
  log.error(where, describeError(cause));
}

export function logNote(text: string): void {
  log.info(text);
}
