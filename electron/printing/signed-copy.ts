/** A copy of a kept PDF with another one behind it. The kept file itself stays as it is. */
export async function withPagesBehind(
  pdf: Uint8Array,
  behind: Uint8Array,
): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  // Loaded when it is needed: it is large.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const copy = await PDFDocument.load(pdf, { updateMetadata: false });
  const added = await PDFDocument.load(behind, { updateMetadata: false });
  for (const page of await copy.copyPages(added, added.getPageIndices())) copy.addPage(page);
  return { pdf: await copy.save(), pages: copy.getPageCount() };
}
