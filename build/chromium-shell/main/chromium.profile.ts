import fs from 'node:fs';
import path from 'node:path';

/** Chromium's number for `block`. */
const BLOCKED = 2;

/** Devices and files are granted by a window of Chromium's own, not by DevTools: never, then. */
const guards = ['bluetooth', 'file_system_read', 'file_system_write', 'hid', 'serial', 'usb'];

/** Makes the folder of Chromium fit for a start. */
export function prepareProfile(folder: string): void {
  const preferences = path.join(folder, 'Default', 'Preferences');
  if (!fs.existsSync(preferences)) {
    const settings = Object.fromEntries(guards.map(name => [`${name}_guard`, BLOCKED]));
    fs.mkdirSync(path.dirname(preferences), { recursive: true });
    fs.writeFileSync(preferences, JSON.stringify({ profile: { default_content_setting_values: settings } }));
  }
  // Left behind by a Chromium that was killed. The program's own lock says that no other one runs here.
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
    fs.rmSync(path.join(folder, name), { force: true });
  }
}
