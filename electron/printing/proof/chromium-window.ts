import { chromium, type Browser } from '@playwright/test';
import type { PrintWindow } from '../print-window.ts';

/** The installed Chromium. Papers are printed by the same engine that Electron carries. */
export const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/lib/chromium/chromium';

/** `survives`: it is left running when the person stops the command, which closes it itself. */
export const launchChromium = (executablePath = CHROMIUM, survives = false): Promise<Browser> =>
  chromium.launch({
    executablePath,
    ...(survives ? { handleSIGINT: false, handleSIGTERM: false } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });

/** A print window over a page, through the DevTools protocol: it obeys the policy of the page, as Electron does. */
export async function openChromiumWindow(browser: Browser): Promise<PrintWindow> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  return {
    loadURL: async url => {
      const response = await page.goto(url, { waitUntil: 'load' });
      if (!response?.ok()) throw new Error(`loading answered ${response?.status() ?? 'nothing'}`);
    },
    executeJavaScript: async expression => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as unknown;
    },
    printToPDF: async options => {
      const { data } = await session.send('Page.printToPDF', {
        preferCSSPageSize: options.preferCSSPageSize,
        printBackground: options.printBackground,
        displayHeaderFooter: options.displayHeaderFooter,
        generateTaggedPDF: options.generateTaggedPDF,
        generateDocumentOutline: options.generateDocumentOutline,
        marginTop: options.margins.top,
        marginBottom: options.margins.bottom,
        marginLeft: options.margins.left,
        marginRight: options.margins.right,
      });
      return new Uint8Array(Buffer.from(data, 'base64'));
    },
    close: () => page.close(),
  };
}
