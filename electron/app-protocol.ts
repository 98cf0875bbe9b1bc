import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';
import type { PrintDocuments } from './printing/print-documents.ts';
import { APP_HOST, APP_SCHEME, PAPER_CSP, policyFor } from './origin.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Once, before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Which folder answers for which part of the origin. */
export interface AppFolders {
  /** The built window. */
  readonly renderer: string;
  /** Fonts and the style sheet of papers. */
  readonly resources: string;
}

/**
 * The file a path of the origin names, or undefined. Whatever is encoded, doubled or dotted: the resolved file
 * must lie inside the folder that answers for it.
 */
export function fileFor(pathname: string, folders: AppFolders): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined; // A broken percent code names no file.
  }
  if (/[\0\\:]/.test(decoded) || decoded.length > 300) return undefined;
  const [, first = ''] = decoded.split('/');
  const shipped = first === 'fonts' || first === 'papers';
  const file = path.resolve(
    shipped ? folders.resources : folders.renderer,
    `.${decoded === '/' ? '/index.html' : decoded}`,
  );
  const inside = path.relative(shipped ? path.join(folders.resources, first) : folders.renderer, file);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return undefined;
  return path.extname(file) in TYPES ? file : undefined;
}

const headers = (type: string, csp: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': csp,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
});

const notFound = (): Response => new Response('', { status: 404, headers: headers('text/plain', PAPER_CSP) });

/** Answers `app://desk/…` from the built window, the resources, and the papers being printed. */
export function handleAppProtocol(session: Session, folders: AppFolders, papers: PrintDocuments): void {
  session.protocol.handle(APP_SCHEME, async request => {
    const url = new URL(request.url);
    if (url.host !== APP_HOST || (request.method !== 'GET' && request.method !== 'HEAD')) return notFound();
    const paper = papers.findPrintFile(url.pathname);
    if (paper) return new Response(paper.body, { headers: headers(paper.type, PAPER_CSP) });
    const file = fileFor(url.pathname, folders);
    if (file === undefined) return notFound();
    try {
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      return new Response(new Uint8Array(await readFile(file)), {
        headers: headers(type, policyFor(url.pathname)),
      });
    } catch {
      return notFound(); // Missing or unreadable: the page that asked for it says so.
    }
  });
}
