import { SOCKET_PATH } from '../ipc-messages.ts';

/**
 * Lets the stand-in's own socket through a content security policy.
 *
 * Electron's IPC does not pass through the page, so the program's policy rightly forbids every connection.
 */
export function allowSocket(policy: string, host: string): string {
  const address = `ws://${host}${SOCKET_PATH}`;
  const directives = policy
    .split(';')
    .map(directive => directive.trim().split(/\s+/))
    .filter(([name]) => name !== '');
  const named = (wanted: string) => directives.find(([name]) => name?.toLowerCase() === wanted);
  const connect = named('connect-src');
  const fallback = named('default-src');
  if (!connect && !fallback) return policy;
  const sources = (connect ?? fallback ?? []).slice(1).filter(source => source.toLowerCase() !== "'none'");
  const others = directives.filter(directive => directive !== connect);
  return [...others, ['connect-src', ...sources, address]].map(words => words.join(' ')).join('; ');
}
