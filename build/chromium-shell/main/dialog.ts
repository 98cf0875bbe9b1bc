import type { Dialog } from 'electron';
import { guarded } from './guard.ts';

type Surface = Pick<Dialog, 'showErrorBox' | 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>;

function say(name: string): void {
  console.error(`${name}: there is no native dialog in the Chromium stand-in; it counts as cancelled.`);
}

/** Nobody can answer: every dialog is cancelled at once. A test puts its own function in the place of these. */
export const dialog = guarded<Surface>('dialog', {
  showOpenDialog() {
    say('dialog.showOpenDialog');
    return Promise.resolve({ canceled: true, filePaths: [] });
  },
  showSaveDialog() {
    say('dialog.showSaveDialog');
    return Promise.resolve({ canceled: true, filePath: '' });
  },
  showMessageBox(...args: unknown[]) {
    say('dialog.showMessageBox');
    const options = args.at(-1) as { readonly cancelId?: number };
    return Promise.resolve({ response: options.cancelId ?? 0, checkboxChecked: false });
  },
  showErrorBox(title, content) {
    console.error(`${title}\n${content}`);
  },
});
