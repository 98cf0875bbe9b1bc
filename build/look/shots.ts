import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { faultsOf } from './faults.ts';
import { SHOTS, type Shot } from './shot-list.ts';

const [out = 'look-shots', only = ''] = process.argv.slice(2);
const root = import.meta.dirname;
const outDir = path.resolve(root, '../../dist/look');

/** The program's own policy for styles and scripts: what it would refuse there is refused here. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";

async function serve(): Promise<{ url: string; close: () => Promise<void> }> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir, emptyOutDir: true },
  });
  const server = await preview({
    configFile: false,
    root,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', headers: { 'Content-Security-Policy': CSP } },
  });
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}

async function check(page: Page, shot: Shot): Promise<string[]> {
  const faults = await page.evaluate(faultsOf, shot.zoom === undefined);
  const axe = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return [
    ...faults,
    ...axe.violations.map(
      ({ id, nodes }) => `axe ${id}: ${nodes.map(node => node.target.join(' ')).join(' | ')}`,
    ),
  ];
}

/** Zoom in the browser makes the window smaller in CSS pixels; so does this, and the picture is as large as before. */
async function photograph(browser: Browser, url: string, shot: Shot): Promise<string[]> {
  const zoom = shot.zoom ?? 1;
  const context = await browser.newContext({
    viewport: { width: Math.floor(shot.width / zoom), height: Math.floor(shot.height / zoom) },
    deviceScaleFactor: zoom,
    locale: 'zh-CN',
    forcedColors: shot.forced === true ? 'active' : 'none',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(`error ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error') faults.push(`console ${message.text().slice(0, 300)}`);
  });
  await page.goto(`${url}?${shot.query}`, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  for (const name of shot.press ?? []) await page.getByRole('button', { name }).click();
  if (shot.open !== undefined) await page.getByRole('combobox', { name: shot.open }).click();
  await page.screenshot({ path: path.join(out, `${shot.name}.png`) });
  faults.push(...(await check(page, shot)));
  await context.close();
  return faults;
}

mkdirSync(out, { recursive: true });
const served = await serve();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/lib/chromium/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
});
let bad = 0;
for (const shot of SHOTS.filter(({ name }) => name.includes(only))) {
  const faults = await photograph(browser, served.url, shot);
  bad += faults.length;
  console.log(shot.name, faults.length === 0 ? 'good' : `\n  ${faults.join('\n  ')}`);
}
await browser.close();
await served.close();
process.exitCode = bad === 0 ? 0 : 1;
