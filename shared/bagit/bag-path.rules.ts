import type { ReportFault } from './bag.rules.ts';
import { isStrict, type BagDeclaration } from './bag-version.ts';

const DECODED: Readonly<Record<string, string>> = { '25': '%', '0A': '\n', '0D': '\r' };

/** Of the characters of a path, `%`, CR and LF are written percent-encoded, and nothing else is (RFC 8493, 2.1.3). */
export const decodedPath = (written: string): string =>
  written.replace(/%(25|0[AaDd])/g, (_, code: string) => DECODED[code.toUpperCase()] ?? '');

/** Leads out of the bag on some system: absolute, a home folder, a drive or device, or upwards (RFC 8493, 5.1). */
export const leadsOutside = (path: string): boolean =>
  /^[/~\\]|^[A-Za-z]:/.test(path) || path.split(/[/\\]/).some(segment => segment === '..');

/** Names Windows does not have (RFC 8493, 6.1.2). */
export const isNoWindowsName = (path: string): boolean =>
  path
    .split('/')
    .some(
      segment =>
        /[<>:"|?*\\\p{Cc}]/u.test(segment) ||
        /[. ]$/.test(segment) ||
        /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i.test(segment),
    );

/** Names with the same key differ in case or composition only (RFC 8493, 6.1.1). */
export const nameKey = (path: string): string => path.normalize('NFC').toLowerCase();

/** The path a line of a manifest or fetch file means, or undefined where it may not be looked at. */
export function meantPath(
  written: string,
  where: { readonly file: string; readonly line: number },
  declared: BagDeclaration,
  report: ReportFault,
): string | undefined {
  const at = `${where.line}: ${written}`;
  let path = written;
  if (isStrict(declared)) {
    if (/%(?!25|0[AaDd])/.test(path)) report('manifest/percent', where.file, at);
    path = decodedPath(path);
  }
  if (path.startsWith('./')) {
    report('manifest/dot-slash', where.file, at);
    path = path.replace(/^(\.\/+)+/, '');
  }
  if (leadsOutside(path)) {
    report('manifest/unsafe-path', where.file, at);
    return undefined;
  }
  if (path === '' || path.endsWith('/')) {
    report('manifest/folder', where.file, at);
    return undefined;
  }
  return path;
}
