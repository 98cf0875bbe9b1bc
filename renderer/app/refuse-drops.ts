/**
 * Files dropped anywhere on the window do nothing: Chromium would open them in its place or in a window beside
 * it. Text may still be dragged from one field into another.
 */
export function refuseDroppedFiles(page: Document): void {
  const refuse = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  for (const name of ['dragenter', 'dragover', 'drop'] as const)
    page.addEventListener(name, refuse, { capture: true });
}
