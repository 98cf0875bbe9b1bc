import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const MAIN = `
const { app, BrowserWindow, protocol, session } = require('electron');
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.enableSandbox();
app.whenReady().then(() => {
  const page = '<!doctype html><meta charset="utf-8"><title>empty</title><h1>empty</h1>';
  session.defaultSession.protocol.handle('app', () =>
    new Response(page, { headers: { 'content-type': 'text/html' } }));
  const window = new BrowserWindow({ width: 1366, height: 820, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('app://desk/index.html');
});
app.on('window-all-closed', () => app.quit());
`;

/** The least program that shows something: one window, one heading, served as ours is. */
export async function emptyWindowProgram(folder: string): Promise<string> {
  const program = path.join(folder, 'empty-window');
  await mkdir(program, { recursive: true });
  const manifest = { name: 'empty-window', productName: 'Empty', version: '1.0.0', main: 'main.cjs' };
  await writeFile(path.join(program, 'package.json'), JSON.stringify(manifest));
  await writeFile(path.join(program, 'main.cjs'), MAIN);
  return program;
}
