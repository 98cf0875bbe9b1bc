/** What goes over the socket between a page and the main process, as frames of the clone codec. */
export type FromPage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'open-window'; readonly request: OpenWindowRequest }
  | { readonly kind: 'leave-page'; readonly url: string }
  | { readonly kind: 'preload-failed'; readonly error: unknown };

export type ToPage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

export type OpenWindowRequest = {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: 'new-window' | 'foreground-tab' | 'background-tab';
};

/** Handed to the script that runs before every document. */
export type PageConfig = {
  readonly token: string;
  readonly contentsId: number;
  /** The only origin that gets the preload. */
  readonly origin: string;
  /** For example `app` and `.app.localhost`: what stands for `app://desk` is `http://desk.app.localhost`. */
  readonly schemes: readonly { readonly scheme: string; readonly suffix: string }[];
  readonly platform: string;
  readonly arch: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
};

export const SOCKET_PATH = '/.stand-in-ipc';
