const PICTURE = /\.(jpe?g|png|webp|bmp|gif|tiff?|pdf)$/i;

/** Whether a file lying in a folder is meant: folders hold other things beside scans. */
export const looksLikeScan = ({ name }: Pick<File, 'name'>): boolean =>
  PICTURE.test(name) && !name.startsWith('.');

const inOrder = (files: readonly File[]): readonly File[] =>
  [...files].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));

/** The scans of a folder that was chosen, by name: scanners count their pages. */
export const scansOfFolder = (files: readonly File[]): readonly File[] =>
  inOrder(files.filter(looksLikeScan));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // A reader gives out a hundred at a time and nothing at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function scansIn(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const found: File[] = [];
  for (const entry of await entriesOf(folder))
    if (entry.isDirectory) found.push(...(await scansIn(entry as FileSystemDirectoryEntry)));
    else found.push(await fileOf(entry as FileSystemFileEntry));
  return scansOfFolder(found);
}

/** What was dropped: files as they are, of folders the scans. The entries are gone once the event is over. */
export async function filesOfDrop(dropped: DataTransfer): Promise<readonly File[]> {
  const entries = [...dropped.items].flatMap(item => item.webkitGetAsEntry() ?? []);
  const files = inOrder([...dropped.files]);
  const folders = entries.filter(({ isDirectory }) => isDirectory);
  if (folders.length === 0) return files;
  const found: File[] = [];
  for (const entry of entries)
    if (entry.isDirectory) found.push(...(await scansIn(entry as FileSystemDirectoryEntry)));
    else found.push(await fileOf(entry as FileSystemFileEntry));
  return found;
}
