import { useEffect, useState, type RefObject } from 'react';

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent.trim();

interface Opener {
  readonly element: HTMLElement;
  readonly name: string;
  readonly around: readonly Element[];
}

function openerNow(): Opener | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const around: Element[] = [];
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) around.push(at);
  return { element, name: nameOf(element), around };
}

/** The opener, or the button that came back in its place: many openers are gone while their form is open. */
function standingNow({ element, name, around }: Opener): HTMLElement | undefined {
  if (element.isConnected) return element;
  for (const place of around.filter(each => each.isConnected)) {
    const found = [...place.querySelectorAll('button')].find(button => nameOf(button) === name);
    if (found) return found;
  }
  return undefined;
}

/**
 * When a small form is put away, the focus goes back to what opened it and not to the top of the page; to the first
 * button of `around` where the form was open from the beginning.
 */
export function useReturnFocus(within: RefObject<Element | null>, around?: RefObject<Element | null>): void {
  // While drawing: the form takes the focus as soon as it is there.
  const [opener] = useState(openerNow);
  useEffect(() => {
    const form = within.current;
    const place = around?.current;
    return () => {
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (!isLost || form?.isConnected === true) return;
        const back = opener && standingNow(opener);
        (back ?? place?.querySelector('button'))?.focus();
      });
    };
  }, [opener, within, around]);
}
