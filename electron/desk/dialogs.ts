import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';

/** Asking for a place. The window names none itself: only what a person chose here is read or written. */
export interface Dialogs {
  readonly chooseFolder: (title: string) => Promise<string | undefined>;
  readonly chooseFile: (title: string, extension: string) => Promise<string | undefined>;
  readonly choosePlace: (title: string, name: string) => Promise<string | undefined>;
}

/** Names of files carry no personal data and no signs a file system refuses. */
const safeName = (name: string): string => path.basename(name.replace(/[\\/:*?"<>|\s]+/g, '-')).slice(0, 80);

export function dialogsOf(parent: () => BrowserWindow): Dialogs {
  return {
    chooseFolder: async title => {
      const answer = await dialog.showOpenDialog(parent(), {
        title,
        properties: ['openDirectory', 'createDirectory'],
      });
      return answer.canceled ? undefined : answer.filePaths[0];
    },
    chooseFile: async (title, extension) => {
      const answer = await dialog.showOpenDialog(parent(), {
        title,
        properties: ['openFile'],
        filters: [{ name: extension, extensions: [extension] }],
      });
      return answer.canceled ? undefined : answer.filePaths[0];
    },
    choosePlace: async (title, name) => {
      const answer = await dialog.showSaveDialog(parent(), { title, defaultPath: safeName(name) });
      return answer.canceled ? undefined : answer.filePath;
    },
  };
}
