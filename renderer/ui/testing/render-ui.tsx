import { cleanup, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import type { Language } from '#shared/core/text.ts';
import { UiProvider, type Scale, type Scheme } from '#renderer/ui/theme/ui-provider.tsx';

/** jsdom lays nothing out, so there is nothing to observe. */
class NothingToObserve implements ResizeObserver {
  observe(): void {
    return undefined;
  }
  unobserve(): void {
    return undefined;
  }
  disconnect(): void {
    return undefined;
  }
}

const neverMatches = (media: string): MediaQueryList =>
  Object.assign(new EventTarget(), {
    matches: false,
    media,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

// jsdom has no CSS object; user-event asks it for names of radio groups.
Object.assign(globalThis, { CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } });
globalThis.ResizeObserver = NothingToObserve;
window.matchMedia = neverMatches;
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = () => undefined;

/** Tables draw the rows that are in sight, so something has to be in sight. */
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 });

afterEach(cleanup);

export interface UiOptions {
  readonly language?: Language;
  readonly scheme?: Scheme;
  readonly scale?: Scale;
}

/** Renders for a component test: inside the provider, in jsdom (`// @vitest-environment jsdom`). */
export function renderUi(
  element: ReactNode,
  { language = 'zh-CN', scheme = 'light', scale = 'normal' }: UiOptions = {},
): RenderResult {
  return render(element, {
    wrapper: ({ children }) => (
      <UiProvider language={language} scheme={scheme} scale={scale}>
        {children}
      </UiProvider>
    ),
  });
}
