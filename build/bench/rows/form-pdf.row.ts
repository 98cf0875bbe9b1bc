import fs from 'node:fs';
import { expectOk } from '#shared/core/result.ts';
import { CHROMIUM } from '#electron/printing/proof/chromium-window.ts';
import { openPrintShop } from '#electron/printing/proof/print-shop.ts';
import { NORMAL, registerForm } from '#electron/printing/proof/sample-form.ts';
import { letter } from '#electron/printing/proof/sample-papers.ts';
import { alternate, timed } from '../measure.ts';
import type { Row } from '../row.ts';
import { findMissing } from '../tools.ts';

/** Fit, lay out, print to PDF and read the pages back, in a window that has the fonts already. */
export const formPdf: Row = async ({ sizes }) => {
  const work = 'register form to PDF, warm';
  if (!fs.existsSync(CHROMIUM)) return [{ work, because: `there is no Chromium at ${CHROMIUM}` }];
  const shop = await openPrintShop();
  try {
    const paper = registerForm(NORMAL);
    const { ours } = await alternate(
      { ours: () => timed(async () => expectOk(await shop.print(paper))) },
      sizes.rounds,
    );
    const batch = letter();
    const letters = await timed(async () => {
      for (let count = 0; count < sizes.letters; count++) expectOk(await shop.print(batch));
    });
    const because =
      findMissing(['soffice']) === undefined
        ? 'LibreOffice is here, but this form is not kept as docx'
        : 'LibreOffice is not installed';
    return [
      { work, ms: ours },
      { work: `${sizes.letters} letters to PDF in one batch`, ms: letters },
      { work: 'the same form by LibreOffice headless, docx → pdf', because },
    ];
  } finally {
    await shop.close();
  }
};
