import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadFolder, packFolders, readFolder } from '#build/packs/pack.files.ts';
import { UseError } from '#build/packs/use-error.ts';
import { emptyForRun, FolderInUse } from '#build/run/empty-folder.ts';
import { findInstalledChromium } from '#build/chromium-shell/find-chromium.mjs';
import { openPrintShop } from '#electron/printing/proof/print-shop.ts';
import { hasPoppler } from '#electron/printing/proof/raster-checks.ts';
import { readOrder, USE, type PapersOrder } from './command-line.ts';
import { FILL_WORDS, indexPage, NO_POPPLER, type PaperEntry, type PapersReport } from './index.page.ts';
import { packPapers, type Pack } from './pack.papers.ts';
import { printAll, type PrintedPaper } from './print.papers.ts';
import { drawThumbnails } from './thumbnails.ts';

export interface Terminal {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Aborted when the person stops the command. */
  readonly stop: AbortSignal;
}

/** The procedures of the program with their files; one with faults is `packs -- check`'s to tell of. */
export const procedurePacks = (): readonly Pack[] =>
  packFolders().flatMap(folder => {
    const files = readFolder(folder);
    const loaded = loadFolder(files);
    return loaded.kind === 'procedure' && loaded.pack.ok ? [{ procedure: loaded.pack.value, files }] : [];
  });

async function keep(printed: PrintedPaper, out: string, pictures: boolean): Promise<PaperEntry> {
  const { procedure, form, fill, pdf, pages, faults, remarks, ms } = printed;
  const entry = {
    ...{ pack: procedure.id, packName: procedure.name.zh, form: form.id, name: form.name.zh, fill },
    ...{ pages, faults, remarks, ms: Math.round(ms) },
  };
  if (!pdf) return { ...entry, thumbnails: [] };
  const folder = path.join(out, procedure.id);
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${form.id}.${fill}.pdf`);
  await writeFile(file, pdf);
  const thumbnails = pictures ? await drawThumbnails(file) : [];
  return {
    ...entry,
    file: `${procedure.id}/${form.id}.${fill}.pdf`,
    thumbnails: thumbnails.map(name => `${procedure.id}/${name}`),
  };
}

async function printOrder(
  order: PapersOrder,
  packs: readonly Pack[],
  terminal: Terminal,
): Promise<PapersReport> {
  const chromium = findInstalledChromium();
  if (chromium === undefined)
    throw new UseError('没有找到 Chromium；装好以后再打，或者用 CHROMIUM_PATH 指明');
  const papers = packs
    .filter(({ procedure }) => order.packs.includes(procedure.id))
    .flatMap(pack => packPapers(pack, order.fills, order.language));
  const pictures = await hasPoppler();
  if (!pictures) terminal.say(NO_POPPLER);
  const entries = new Map<string, PaperEntry>();
  const shop = await openPrintShop({ chromium, survives: true });
  try {
    await printAll(
      papers,
      shop,
      async printed => {
        const entry = await keep(printed, order.out, pictures);
        entries.set(printed.paper.id, entry);
        const at = `${entries.size}/${papers.length}`.padStart(7);
        terminal.say(`${at}  ${entry.pack} ${entry.form} ${FILL_WORDS[entry.fill]}  ${entry.pages} 页`);
        for (const fault of entry.faults) terminal.say(`         ✗ ${fault}`);
      },
      terminal.stop,
    );
  } finally {
    await shop.close();
  }
  return {
    // In the order of the packs, whichever was ready first.
    entries: papers.flatMap(({ paper }) => entries.get(paper.id) ?? []),
    wanted: papers.length,
    pictures,
  };
}

async function perform(args: readonly string[], terminal: Terminal): Promise<number> {
  const packs = procedurePacks();
  const order = readOrder(
    args,
    packs.map(({ procedure }) => procedure.id),
  );
  if (!order) {
    terminal.say(USE);
    return 0;
  }
  await emptyForRun(order.out);
  const report = await printOrder(order, packs, terminal);
  await writeFile(path.join(order.out, 'index.html'), indexPage(report));
  if (order.json)
    await writeFile(path.join(order.out, 'papers.json'), `${JSON.stringify(report, null, 2)}\n`);
  const bad = report.entries.filter(({ faults }) => faults.length > 0).length;
  const stopped = report.entries.length < report.wanted;
  terminal.say(
    `${stopped ? '停了。' : ''}${report.entries.length} 份，${bad === 0 ? '没有问题' : `${bad} 份有问题`}：${path.join(order.out, 'index.html')}`,
  );
  if (stopped) return 130;
  return bad === 0 ? 0 : 1;
}

/** @returns the exit code: 0 all is well, 1 a paper has a fault, 2 the command was given wrongly, 130 stopped */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await perform(args, terminal);
  } catch (error) {
    if (!(error instanceof UseError || error instanceof FolderInUse)) throw error;
    terminal.complain(error.message);
    return 2;
  }
}
