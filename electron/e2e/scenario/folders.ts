import path from 'node:path';

/** What DIR holds afterwards. */
export const scenarioFolders = (dir: string) => ({
  dir,
  log: path.join(dir, 'log.ndjson'),
  papers: path.join(dir, 'papers'),
  printer: path.join(dir, 'printer'),
  usb: path.join(dir, 'usb'),
  cards: path.join(dir, 'cards'),
  hq: path.join(dir, 'hq'),
  screens: path.join(dir, 'screens'),
  state: path.join(dir, 'state.json'),
});

export type ScenarioFolders = ReturnType<typeof scenarioFolders>;
