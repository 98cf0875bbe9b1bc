import type { FromPage, OpenWindowRequest, PageConfig } from '../ipc-messages.ts';

type Post = (message: FromPage) => void;
type LinkElement = HTMLAnchorElement | HTMLAreaElement;

const here = new Set(['', '_self', '_top', '_parent']);

/**
 * Stops every way out of the page that Chromium itself cannot be asked to stop.
 *
 * A new window is only asked for, never opened: a popup that the main process denies would hang its renderer
 * when closed at once. Other schemes than http never reach the DevTools protocol, so they are stopped here.
 */
export function guardWaysOut(config: PageConfig, post: Post): void {
  const ask = (
    url: string,
    frameName: string,
    features: string,
    disposition: OpenWindowRequest['disposition'],
  ) => {
    post({
      kind: 'open-window',
      request: {
        url: new URL(url || 'about:blank', document.baseURI).href,
        frameName,
        features,
        disposition,
      },
    });
  };

  const open: typeof window.open = (url, target = '', features = '') => {
    const name = target === '_blank' ? '' : target;
    if (name !== '' && here.has(name)) {
      location.assign(url ?? 'about:blank');
      return window;
    }
    ask(String(url ?? ''), name, features, 'new-window');
    return null;
  };
  Object.defineProperty(window, 'open', { value: open, writable: true, configurable: false });

  const onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented) return;
    const link = event.composedPath().find(isLink);
    if (!link || link.hasAttribute('download')) return;
    const inBackground = event.button === 1 || event.ctrlKey || event.metaKey;
    if (!inBackground && !event.shiftKey && here.has(link.target)) return;
    event.preventDefault();
    ask(
      link.href,
      here.has(link.target) ? '' : link.target,
      '',
      inBackground ? 'background-tab' : 'foreground-tab',
    );
  };
  addEventListener('click', onClick);
  addEventListener('auxclick', event => {
    if (event.button === 1) onClick(event);
  });

  navigation.addEventListener('navigate', event => {
    const { url } = event.destination;
    if (/^https?:/.test(url) || url === 'about:blank' || event.downloadRequest !== null) return;
    event.preventDefault();
    const real = realAddress(config, url);
    if (real === undefined) post({ kind: 'leave-page', url });
    else location.assign(real);
  });
}

function isLink(target: EventTarget): target is LinkElement {
  return (target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement) && target.href !== '';
}

function realAddress(config: PageConfig, url: string): string | undefined {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url);
  const suffix = config.schemes.find(({ scheme }) => scheme === match?.[1])?.suffix;
  return match && suffix !== undefined ? `http://${match[2] ?? ''}${suffix}${match[3] ?? ''}` : undefined;
}
