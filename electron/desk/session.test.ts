import { expect, it, vi } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { boot } from './session.ts';
import { foundIn, Shell } from './shell.fixture.ts';

vi.mock('electron', () => ({ ipcMain: {} }));
vi.mock('electron-log/main', () => ({ default: { info: vi.fn() } }));

async function founded(): Promise<Shell> {
  const shell = new Shell(await tempFolder());
  await foundIn(shell);
  return shell;
}

it('a clock that is moved while the window asks for the start is told as it stands at the end', async () => {
  const { desk } = await founded();
  const { office } = desk.places;
  Object.defineProperty(desk.places, 'office', {
    get: () => {
      desk.clockOffsetMs = 86_400_000;
      return office;
    },
  });
  expect(expectOk(await boot(desk)).clockOffsetMs).toBe(86_400_000);
});
