import type { Handle } from '../ipc/handle.ts';
import type { Desk } from './desk.ts';
import {
  listPrinters,
  makePaper,
  printPaper,
  printRecoveryKey,
  setPaper,
  readPaper,
  savePaper,
  type PaperParts,
} from './papers.ts';
import { saveWordCopy } from './word-copy.ts';

export function handlePapers(handle: Handle, desk: Desk, parts: PaperParts): void {
  handle('setup:print-key', ({ printer }) => printRecoveryKey(desk, parts, printer));
  handle('papers:make', ({ paper }) => makePaper(desk, parts, paper));
  handle('papers:set', ({ paper }) => setPaper(desk, parts, paper));
  handle('papers:read', ({ sha256 }) => readPaper(desk, sha256));
  handle('papers:print', order => printPaper(desk, parts, order));
  handle('papers:save', input => savePaper(desk, parts, input));
  handle('papers:save-word', input => saveWordCopy(parts.dialogs, input));
  handle('printers:list', () => listPrinters(parts));
}
