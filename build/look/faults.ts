/**
 * Runs in the page: what axe cannot see. Text cut off without saying so, and a page that scrolls as a whole.
 * Self-contained, for it is sent into the browser as text.
 */
export function faultsOf(mainActInSight: boolean): string[] {
  const faults = new Set<string>();
  const { documentElement } = document;
  if (documentElement.scrollWidth > innerWidth || documentElement.scrollHeight > innerHeight) {
    faults.add(`the page is ${documentElement.scrollWidth}×${documentElement.scrollHeight}`);
  }
  for (const element of document.querySelectorAll<HTMLElement>('#root *, .mantine-Modal-content *')) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || element.closest('svg, .sr, select, input, textarea') !== null)
      continue;
    const name = `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.slice(0, 24)}”`;
    const overflows = element.scrollWidth > element.clientWidth + 2 && element.clientWidth > 0;
    if (overflows && style.overflowX === 'visible' && style.display !== 'inline')
      faults.add(`runs over: ${name}`);
    const untold = element.closest('[title]') === null;
    if (overflows && style.textOverflow === 'ellipsis' && untold) faults.add(`clipped: ${name}`);
    if (box.right > innerWidth + 1 && element.closest('.scroll, .ui-tabs, .ui-skip') === null) {
      faults.add(`off the right: ${name}`);
    }
  }
  for (const button of document.querySelectorAll('.ui-act-filled')) {
    const box = button.getBoundingClientRect();
    if (mainActInSight && box.bottom > innerHeight)
      faults.add(`main act out of sight: ${button.textContent}`);
  }
  return [...faults];
}
