import type { BrowserWindow } from './browser-window.ts';
import type { WebContents } from './web-contents.ts';

/** Everything alive, for those who must find it without importing its class. */
export const liveContents = new Map<number, WebContents>();
export const liveWindows = new Map<number, BrowserWindow>();
