import os from 'node:os';
import path from 'node:path';

type Known = { readonly name: string; readonly userData: string };

function configFolder(): string {
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Application Support');
  if (process.platform === 'win32')
    return process.env['APPDATA'] ?? path.join(os.homedir(), 'AppData', 'Roaming');
  return process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config');
}

/** The folders that Electron names, as far as they can be known without a desktop. */
export function defaultPath(wanted: string, { name, userData }: Known): string {
  const home = os.homedir();
  switch (wanted) {
    case 'home':
      return home;
    case 'appData':
      return configFolder();
    case 'userData':
      return path.join(configFolder(), name);
    case 'sessionData':
      return userData;
    case 'temp':
      return os.tmpdir();
    case 'exe':
    case 'module':
      return process.execPath;
    case 'desktop':
    case 'documents':
    case 'downloads':
    case 'music':
    case 'pictures':
    case 'videos':
      return path.join(home, `${wanted.charAt(0).toUpperCase()}${wanted.slice(1)}`);
    case 'logs':
      return path.join(userData, 'logs');
    case 'crashDumps':
      return path.join(userData, 'Crashpad');
    default:
      throw new Error(`Failed to get '${wanted}' path`);
  }
}
