// Plain JavaScript: the set-up script needs it before there is anything that reads TypeScript.
import path from 'node:path';

export function findElectron({ packageFolder, override, exists, read }) {
  const pathFile = path.join(packageFolder, 'path.txt');
  const named = exists(pathFile) ? read(pathFile).trim() : undefined;
  if (override) return existing(path.join(override, named ?? defaultName()));
  return named ? existing(path.join(packageFolder, 'dist', named)) : undefined;

  function existing(file) {
    return exists(file) ? file : undefined;
  }
}

function defaultName() {
  return (
    { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron'
  );
}
