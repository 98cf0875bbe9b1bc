import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';

/** A plain PDF of so many pages, as another program makes one; `words` on the first, in Latin letters. */
export async function madePdf(
  pages: number,
  change: (document: PDFDocument) => void | Promise<void> = () => undefined,
  words = 'Notice of 2026',
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page++) document.addPage().drawText(`${words} ${page + 1}`, { x: 60 });
  await change(document);
  return document.save({ addDefaultPage: false });
}

/** What the catalog does when the file is opened. */
export const opening =
  (action: Record<string, string>) =>
  ({ context, catalog }: PDFDocument): void => {
    const dict = context.obj({});
    for (const [key, value] of Object.entries(action))
      dict.set(PDFName.of(key), key === 'S' ? PDFName.of(value) : PDFString.of(value));
    catalog.set(PDFName.of('OpenAction'), context.register(dict));
  };

/** A form field, a button say, that runs something when somebody touches it. */
export const touching =
  (action: string) =>
  (document: PDFDocument): void => {
    const { context } = document;
    const widget = context.obj({
      ...{ Type: 'Annot', Subtype: 'Widget', Rect: [0, 0, 9, 9] },
      AA: { D: { S: action } },
    });
    document.getPage(0).node.set(PDFName.of('Annots'), context.obj([widget]));
  };

export const attaching = async (document: PDFDocument): Promise<void> => {
  await document.attach(Buffer.from('MZ'), 'tool.exe');
};

export const encrypted = (pages: number): Promise<Uint8Array> =>
  madePdf(pages, document => document.encrypt({ userPassword: 'secret', ownerPassword: 'other' }));

/** A grey JPEG of 8 × 16 pixels, smallest of its kind. */
export const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAAQAAgBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
);
