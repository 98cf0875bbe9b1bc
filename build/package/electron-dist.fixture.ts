import fs from 'node:fs';
import path from 'node:path';

/** Where the switches of an Electron binary are; the states that Electron 45 is delivered with. */
const FUSE_WIRE = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const DELIVERED = '101100011';

/** As much of an unpacked Electron for Linux as the packager looks at. */
export function makeElectronDist(folder: string): void {
  const write = (name: string, content: string | Buffer, mode = 0o644): void => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content, { mode });
  };
  const version = Buffer.from([1, DELIVERED.length]);
  const binary = [Buffer.from(`not a program ${FUSE_WIRE}`), version, Buffer.from(`${DELIVERED} end`)];
  write('electron', Buffer.concat(binary), 0o755);
  write('chrome-sandbox', '', 0o755);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'resources.pak']) write(name, name);
  for (const language of ['de', 'en-US', 'zh-CN', 'zh-TW']) write(`locales/${language}.pak`, language);
}
