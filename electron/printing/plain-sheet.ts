import { err, ok, type Result } from '#shared/core/result.ts';
import { bundledFonts } from '#shared/documents/metrics/font-metrics.ts';
import type { PaperFont } from '#shared/documents/paper.fonts.ts';
import type { RenderDeps } from './pdf.renderer.ts';
import { TIMED_OUT, within } from './print-queue.ts';
import { PAPER_PDF, type PrintWindow } from './print-window.ts';
import { printError, type PrintError } from './print.error.ts';
import { Settled, settleScript } from './settle.script.ts';

/** A sheet that is no paper of a case: nothing is fitted to its pages, and it is not kept. */
export interface PlainSheet {
  /** What stands in its body; without style attributes, for the policy of its window. */
  readonly body: string;
  readonly css: string;
  /** What was entered, where some is on it: its rare characters need another font. */
  readonly text?: string;
}

const FONT: PaperFont = { font: '12pt "PD Fang"', file: 'FandolFang-Regular.woff2', sample: '第页' };

function fontsOf({ text = '' }: PlainSheet): readonly PaperFont[] {
  const rare = [...new Set(text)].filter(char => char > '~' && !bundledFonts.covers(char)).join('');
  return rare === ''
    ? [FONT]
    : [FONT, { font: '12pt "PD Wen"', file: 'LXGWWenKai-Light.woff2', sample: rare }];
}

const TIMEOUT_MS = 60_000;

const htmlOf = (body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<link rel="stylesheet" href="/papers/paper.css">
<link rel="stylesheet" href="sheet.css">
</head>
<body>
${body}
</body>
</html>
`;

async function printIn(
  window: PrintWindow,
  sheet: PlainSheet,
  deps: RenderDeps,
): Promise<Result<Uint8Array, PrintError>> {
  const published = deps.documents.publish({ html: htmlOf(sheet.body), css: sheet.css });
  try {
    await window.loadURL(`${deps.origin}${published.url}`);
    const { missing } = Settled.parse(await window.executeJavaScript(settleScript(fontsOf(sheet))));
    if (missing.length > 0) return err(printError('printing/font-missing', missing.join(' ')));
    return ok(await window.printToPDF(PAPER_PDF));
  } finally {
    published.dispose();
  }
}

export const renderSheet = (sheet: PlainSheet, deps: RenderDeps): Promise<Result<Uint8Array, PrintError>> =>
  deps.queue.run(async () => {
    let window: PrintWindow | undefined;
    try {
      const work = async () => {
        window = await deps.openPrintWindow();
        return printIn(window, sheet, deps);
      };
      const outcome = await within(deps.timeoutMs ?? TIMEOUT_MS, work());
      return outcome === TIMED_OUT ? err(printError('printing/timed-out')) : outcome;
    } catch (cause) {
      return err(printError('printing/window-failed', cause instanceof Error ? cause.message : '', cause));
    } finally {
      await window?.close();
    }
  });
