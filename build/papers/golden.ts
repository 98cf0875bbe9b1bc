import { mkdir, rm } from 'node:fs/promises';
import { expectOk } from '#shared/core/result.ts';
import {
  GOLDEN_DPI,
  GOLDEN_FOLDER,
  GOLDEN_PAPERS,
  goldenFile,
  writeGolden,
} from '#electron/printing/proof/golden-papers.ts';
import { openPrintShop } from '#electron/printing/proof/print-shop.ts';
import { rasters } from '#electron/printing/proof/raster-checks.ts';
import { findInstalledChromium } from '#build/chromium-shell/find-chromium.mjs';

/* Makes the golden pictures anew: build/look/README.md. */

const chromium = findInstalledChromium();
const shop = await openPrintShop(chromium === undefined ? {} : { chromium });
try {
  await rm(GOLDEN_FOLDER, { recursive: true, force: true });
  await mkdir(GOLDEN_FOLDER);
  for (const { name, paper, pages } of GOLDEN_PAPERS) {
    const { pdf } = expectOk(await shop.print(paper));
    const drawn = await rasters(pdf, GOLDEN_DPI);
    for (const page of pages) {
      const picture = drawn[page - 1];
      if (!picture) throw new Error(`${name} has no page ${page}`);
      await writeGolden(goldenFile(name, page), picture);
      console.log(goldenFile(name, page));
    }
  }
} finally {
  await shop.close();
}
