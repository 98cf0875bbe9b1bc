import log from 'electron-log/main';

/** Where a stack trace may carry values: everything behind the first colon of a message goes. */
const withoutValues = (message: string): string => message.split(/[:\n]/, 1)[0] ?? '';

/** The code places of an error, without the folders they lie in (they hold the user's name). */
const places = (stack: string | undefined): string =>
  (stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 8)
    .map(line => line.replace(/\(?(?:file:\/\/)?[^\s()]*[/\\]([^/\\()]+)\)?$/, '($1)').trim())
    .join(' < ');

/** One line: what, where in the code. No values, no names, no paths of the user. */
export function describeError(cause: unknown): string {
  if (!(cause instanceof Error)) return 'not an error';
  const inner = cause.cause instanceof Error ? ` because ${describeError(cause.cause)}` : '';
  const code = (cause as NodeJS.ErrnoException).code;
  return `${cause.name} ${code ?? withoutValues(cause.message)} ${places(cause.stack)}${inner}`;
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
