import fs from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expectOk } from '#shared/core/result.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { runBatch } from '#shared/printing/print-batch.ts';
import { paperDocx } from '#electron/printing/docx/paper.docx.ts';
import { CHROMIUM } from '#electron/printing/proof/chromium-window.ts';
import { openPrintShop, type PrintShop } from '#electron/printing/proof/print-shop.ts';
import { NORMAL, registerForm } from '#electron/printing/proof/sample-form.ts';
import { letter } from '#electron/printing/proof/sample-papers.ts';
import { alternate, timed, type Side } from '../measure.ts';
import type { Figure, Row, Unmeasured } from '../row.ts';
import { findMissing, shell } from '../tools.ts';

const FORM = 'register form to PDF, warm';
const CONVERT = 'soffice -env:UserInstallation="$1" --headless --convert-to pdf --outdir "$2" "$3"/*.docx';
/** So many copies in one call show what LibreOffice takes when it is running already. */
const COPIES = 10;

/** LibreOffice with the same form as a Word file, in a profile of its own. */
async function libreOffice(
  paper: Paper,
  folder: string,
): Promise<{ readonly one: Side; readonly many: Side }> {
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  const [single, several] = [path.join(folder, 'single'), path.join(folder, 'several')];
  await Promise.all([single, several].map(each => mkdir(each)));
  const docx = path.join(single, 'form.docx');
  await writeFile(docx, await paperDocx(paper));
  for (let copy = 0; copy < COPIES; copy++) await copyFile(docx, path.join(several, `form-${copy}.docx`));
  const convert = (from: string) =>
    timed(() => shell(CONVERT, [profile, path.join(folder, 'pdf'), from], folder));
  return { one: () => convert(single), many: async () => (await convert(several)) / COPIES };
}

const FASTER = 10;

/** Fit, lay out, print to PDF and read the pages back, in a window that has the fonts already. */
async function oneForm(
  shop: PrintShop,
  rounds: number,
  folder: string,
): Promise<readonly (Figure | Unmeasured)[]> {
  const paper = registerForm(NORMAL);
  const ours: Side = () => timed(async () => expectOk(await shop.print(paper)));
  if (findMissing(['soffice']) !== undefined) {
    const alone = await alternate({ ours }, rounds);
    const because = 'LibreOffice is not installed (Debian: libreoffice-writer-nogui)';
    return [
      { work: FORM, ms: alone.ours },
      { work: 'the same form by LibreOffice headless, docx → pdf', because },
    ];
  }
  const peer = await libreOffice(paper, folder);
  const found = await alternate({ ours, peer: peer.one, many: peer.many }, rounds);
  const running = `${found.many.toFixed(0)} ms a form where it converts ${COPIES} in one call`;
  return [
    {
      work: FORM,
      ms: found.ours,
      peer: { name: 'LibreOffice headless, docx → pdf', ms: found.peer },
      most: { ratio: 1 / FASTER },
      remark: `${(found.peer / found.ours).toFixed(1)} times as fast; LibreOffice takes ${running}`,
    },
  ];
}

/** As the program prints papers, with PDFs for the ends of the jobs. */
const printLetters = (
  shop: PrintShop,
  papers: readonly Paper[],
  onEnd: (index: number) => void,
  signal?: AbortSignal,
): Promise<number> =>
  runBatch(
    papers,
    {
      begin: async paper => {
        expectOk(await shop.print(paper));
        return { over: Promise.resolve() };
      },
      broken: cause => {
        throw cause;
      },
      onEnd,
    },
    { signal },
  );

async function letters(shop: PrintShop, count: number): Promise<readonly Figure[]> {
  const papers = Array.from({ length: count }, () => letter());
  let told = 0;
  const ms = await timed(() => printLetters(shop, papers, () => told++));
  const stop = new AbortController();
  let asked = 0;
  const stopped = await printLetters(
    shop,
    papers,
    index => {
      if (index + 1 === Math.ceil(count / 10)) {
        // In the middle of the next letter.
        setTimeout(() => {
          asked = performance.now();
          stop.abort();
        });
      }
    },
    stop.signal,
  );
  const waited = performance.now() - asked;
  return [
    {
      work: `${count} letters to PDF in one batch`,
      ms,
      remark: `${(ms / count).toFixed(0)} ms a letter; progress was told ${told} times`,
    },
    {
      work: `stop a batch of ${count} letters`,
      ms: waited,
      remark: `${stopped} were printed; the one begun is finished`,
    },
  ];
}

export const formPdf: Row = async ({ sizes, folder }) => {
  if (!fs.existsSync(CHROMIUM)) return [{ work: FORM, because: `there is no Chromium at ${CHROMIUM}` }];
  const shop = await openPrintShop();
  try {
    return [...(await oneForm(shop, sizes.rounds, folder)), ...(await letters(shop, sizes.letters))];
  } finally {
    await shop.close();
  }
};
