import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePrintDocuments } from '../print-documents.ts';
import { makeCupsPrinter } from './cups.printer.ts';
import { FOLDER_PRINTER, HOLD, makeFolderPrinter } from './folder.printer.ts';
import type { PrintJob } from './printer.ts';
import { makeSystemPrinter } from './printers.ts';
import { makeWindowPrinter, type PdfWindow, type WindowPrintOptions } from './window.printer.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'printers-'));
});
afterEach(() => rm(folder, { recursive: true }));

const job = (overrides: Partial<PrintJob> = {}): PrintJob => ({
  id: 'JOB-1',
  pdf: new TextEncoder().encode('%PDF-1.4 试填'),
  printer: 'HP_1',
  copies: 2,
  sides: 'two-sided-long-edge',
  ...overrides,
});

/** A program of the system, as a script that writes down what it was given. */
async function script(name: string, lines: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${lines}\n`);
  await chmod(file, 0o755);
  return file;
}

const LPSTAT = `case "$1" in
-e) printf 'HP_1\\nA4-tray2\\n';;
-d) echo "system default destination: A4-tray2";;
esac`;

describe.skipIf(process.platform === 'win32')('printing through CUPS', () => {
  const cups = async (lp: string, lpstat = LPSTAT, timeoutMs = 60_000) =>
    makeCupsPrinter({ lp: await script('lp', lp), lpstat: await script('lpstat', lpstat), timeoutMs });

  it('lists the queues and tells the default one', async () => {
    expect(await (await cups('')).list()).toEqual([
      { name: 'HP_1', isDefault: false },
      { name: 'A4-tray2', isDefault: true },
    ]);
  });

  it('lists nothing where there is no CUPS', async () => {
    const printer = makeCupsPrinter({ lpstat: path.join(folder, 'absent'), lp: path.join(folder, 'absent') });
    expect(await printer.list()).toEqual([]);
    expect(await printer.print(job())).toMatchObject({ error: { code: 'printing/no-spooler' } });
  });

  it('hands the bytes of the PDF to lp as they are', async () => {
    const printer = await cups(
      `cat > "${folder}/printed"; printf '%s\\n' "$@" > "${folder}/arguments"
       echo "request id is HP_1-12 (1 file(s))"`,
    );
    expect(await printer.print(job())).toEqual({ ok: true, value: { spoolId: 'HP_1-12' } });
    expect(await readFile(path.join(folder, 'printed'), 'utf8')).toBe('%PDF-1.4 试填');
    expect((await readFile(path.join(folder, 'arguments'), 'utf8')).trim().split('\n')).toEqual([
      ...['-d', 'HP_1', '-n', '2', '-t', 'JOB-1', '-o', 'sides=two-sided-long-edge'],
      ...['-o', 'print-scaling=none', '-o', 'document-format=application/pdf', '-'],
    ]);
  });

  it('refuses a printer that is not there, without asking lp', async () => {
    const printer = await cups(`touch "${folder}/asked"`);
    const name = 'HP_1; rm -rf ~';
    expect(await printer.print(job({ printer: name }))).toEqual({
      ok: false,
      error: { code: 'printing/printer-unknown', detail: name },
    });
    expect(await readdir(folder)).not.toContain('asked');
  });

  it('passes on what the system says when it refuses', async () => {
    const printer = await cups('echo "lp: The printer is not accepting jobs." >&2; exit 1');
    expect(await printer.print(job())).toEqual({
      ok: false,
      error: { code: 'printing/printer-refused', detail: 'lp: The printer is not accepting jobs.' },
    });
  });

  it('does not wait for ever', async () => {
    const printer = await cups('exec sleep 600', LPSTAT, 50);
    expect(await printer.print(job())).toMatchObject({ error: { code: 'printing/timed-out' } });
  });
});

describe('printing into a folder', () => {
  it('files every job under its id', async () => {
    const printer = makeFolderPrinter(path.join(folder, 'out'));
    expect(await printer.list()).toEqual([{ name: FOLDER_PRINTER, isDefault: true }]);
    const result = await printer.print(job({ printer: FOLDER_PRINTER }));
    expect(result).toEqual({ ok: true, value: { spoolId: 'JOB-1' } });
    expect(await readFile(path.join(folder, 'out/JOB-1.pdf'), 'utf8')).toBe('%PDF-1.4 试填');
    expect(await readdir(path.join(folder, 'out'))).toEqual(['JOB-1.pdf']);
  });

  it('refuses another printer, and says when the folder cannot be written', async () => {
    expect(await makeFolderPrinter(folder).print(job())).toMatchObject({
      error: { code: 'printing/printer-unknown' },
    });
    await writeFile(path.join(folder, 'file'), '');
    const blocked = makeFolderPrinter(path.join(folder, 'file'));
    expect(await blocked.print(job({ printer: FOLDER_PRINTER }))).toMatchObject({
      error: { code: 'printing/printer-refused' },
    });
  });

  it('has no paper while it is held: jobs wait, outlive the program, come out later or are taken back', async () => {
    const printer = makeFolderPrinter(folder);
    await writeFile(path.join(folder, HOLD), '');
    for (const id of ['JOB-1', 'JOB-2']) await printer.print(job({ printer: FOLDER_PRINTER, id }));
    expect(await printer.progress('JOB-1')).toMatchObject({ kind: 'stopped', trouble: 'paper-out' });
    expect(await printer.cancel('JOB-2')).toEqual({ ok: true, value: null });
    await rm(path.join(folder, HOLD));
    const again = makeFolderPrinter(folder);
    expect(await again.progress('JOB-1')).toEqual({ kind: 'done' });
    expect(await again.progress('JOB-2')).toEqual({ kind: 'cancelled' });
    expect(await again.progress('JOB-3')).toEqual({ kind: 'unknown' });
    expect(await again.cancel('JOB-1')).toMatchObject({ error: { code: 'printing/not-cancelled' } });
    expect(await readFile(path.join(folder, 'JOB-1.pdf'), 'utf8')).toBe('%PDF-1.4 试填');
  });

  it('takes no id that leads out of the folder', async () => {
    const printer = makeFolderPrinter(folder);
    await expect(printer.print(job({ printer: FOLDER_PRINTER, id: '../JOB' }))).rejects.toThrow('file name');
  });
});

describe('printing through a window', () => {
  function setUp(print: PdfWindow['print'], timeoutMs = 60_000) {
    const documents = makePrintDocuments();
    const seen: unknown[] = [];
    const openPdfWindow = (): Promise<PdfWindow> =>
      Promise.resolve({
        loadURL: url => {
          seen.push(documents.findPrintFile(new URL(url).pathname)?.type);
          return Promise.resolve();
        },
        getPrinters: () => Promise.resolve([{ name: 'HP_1' }]),
        print,
        close: () => void seen.push('closed'),
      });
    const printer = makeWindowPrinter({ documents, origin: 'app://desk', openPdfWindow, timeoutMs });
    return { printer, seen };
  }

  it('shows the PDF and prints it silently on the printer that was chosen', async () => {
    let given: WindowPrintOptions | undefined;
    const { printer, seen } = setUp((options, done) => {
      given = options;
      done(true, '');
    });
    expect(await printer.print(job())).toEqual({ ok: true, value: { spoolId: null } });
    expect(given).toMatchObject({ silent: true, deviceName: 'HP_1', copies: 2, duplexMode: 'longEdge' });
    expect(seen).toEqual(['application/pdf', 'closed']);
    expect(await printer.list()).toEqual([{ name: 'HP_1', isDefault: false }]);
  });

  it('refuses a printer that is not there', async () => {
    const { printer } = setUp(() => {
      throw new Error('must not be asked');
    });
    expect(await printer.print(job({ printer: 'HP_2' }))).toMatchObject({
      error: { code: 'printing/printer-unknown', detail: 'HP_2' },
    });
  });

  it('tells why it failed, that it is not known, or that the window broke', async () => {
    const refused = setUp((_, done) => done(false, 'Invalid printer settings'));
    expect(await refused.printer.print(job())).toMatchObject({
      error: { code: 'printing/printer-refused', detail: 'Invalid printer settings' },
    });
    const silent = setUp(() => undefined, 1);
    expect(await silent.printer.print(job())).toMatchObject({ error: { code: 'printing/timed-out' } });
    const broken = setUp(() => {
      throw new Error('destroyed');
    });
    expect(await broken.printer.print(job())).toMatchObject({ error: { code: 'printing/window-failed' } });
    expect(broken.seen.at(-1)).toBe('closed');
  });
});

describe('the printer of the system', () => {
  it('is a window on Windows and CUPS elsewhere', async () => {
    const opened: string[] = [];
    const deps = {
      documents: makePrintDocuments(),
      origin: 'app://desk',
      openPdfWindow: () => {
        opened.push('window');
        return Promise.reject(new Error('none'));
      },
    };
    await expect(makeSystemPrinter('win32', deps).list()).rejects.toThrow('none');
    expect(opened).toEqual(['window']);
    await makeSystemPrinter('linux', deps).list();
    expect(opened).toEqual(['window']);
  });
});
