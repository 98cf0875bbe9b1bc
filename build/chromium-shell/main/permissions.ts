import type { Session as ElectronSession, WebContents as ElectronContents } from 'electron';

type CheckHandler = Parameters<ElectronSession['setPermissionCheckHandler']>[0];
type RequestHandler = Parameters<ElectronSession['setPermissionRequestHandler']>[0];
type Permission = Parameters<NonNullable<RequestHandler>>[1];

/** Chromium's name in the DevTools protocol, then the name that Electron's handlers are asked for. */
const names: readonly (readonly [string, string])[] = [
  ['accelerometer', 'sensors'],
  ['ambient-light-sensor', 'sensors'],
  ['background-fetch', 'background-fetch'],
  ['background-sync', 'background-sync'],
  ['camera', 'media'],
  ['captured-surface-control', 'captured-surface-control'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['display-capture', 'display-capture'],
  ['geolocation', 'geolocation'],
  ['gyroscope', 'sensors'],
  ['idle-detection', 'idle-detection'],
  ['keyboard-lock', 'keyboardLock'],
  ['local-fonts', 'local-fonts'],
  ['local-network-access', 'local-network'],
  ['magnetometer', 'sensors'],
  ['microphone', 'media'],
  ['midi', 'midi'],
  ['nfc', 'nfc'],
  ['notifications', 'notifications'],
  ['payment-handler', 'payment-handler'],
  ['periodic-background-sync', 'periodic-background-sync'],
  ['persistent-storage', 'persistent-storage'],
  ['pointer-lock', 'pointerLock'],
  ['screen-wake-lock', 'screen-wake-lock'],
  ['speaker-selection', 'speaker-selection'],
  ['storage-access', 'storage-access'],
  ['top-level-storage-access', 'top-level-storage-access'],
  ['window-management', 'window-management'],
];

/** Electron asks for both under one name and says beside it which is meant. */
const MEDIA: Readonly<Record<string, 'audio' | 'video' | undefined>> = {
  camera: 'video',
  microphone: 'audio',
};

interface Asked {
  readonly asked: string;
  readonly media: 'audio' | 'video' | undefined;
}

export type PermissionSetting = { readonly name: string; readonly setting: 'granted' | 'denied' };

/**
 * Asks the program's handlers before a page loads what it may do, for Chromium cannot be asked to wait.
 *
 * The request handler is not asked about what the check handler refuses, so that a record of requests shows
 * only what the program would have granted. A handler that is not set grants, as in Electron.
 */
export class Permissions {
  check: CheckHandler = null;
  request: RequestHandler = null;

  async decide(contents: ElectronContents, url: string, origin: string): Promise<PermissionSetting[]> {
    const settings = names.map(async ([name, asked]) => {
      const about = { asked, media: MEDIA[name] };
      const granted =
        this.checks(contents, about, url, origin) && (await this.requests(contents, about, url));
      return { name, setting: granted ? 'granted' : 'denied' } as const;
    });
    return Promise.all(settings);
  }

  private checks(contents: ElectronContents, { asked, media }: Asked, url: string, origin: string): boolean {
    if (!this.check) return true;
    const details = {
      ...{ isMainFrame: true, requestingUrl: url, securityOrigin: origin },
      ...(media === undefined ? {} : { mediaType: media }),
    };
    return this.check(contents, asked as 'media', origin, details);
  }

  private requests(contents: ElectronContents, { asked, media }: Asked, url: string): Promise<boolean> {
    const handler = this.request;
    if (!handler) return Promise.resolve(true);
    return new Promise(resolve => {
      const about = media === undefined ? {} : { mediaTypes: [media] };
      const details = { isMainFrame: true, requestingUrl: url, ...about } as Parameters<
        NonNullable<RequestHandler>
      >[3];
      handler(contents, asked as Permission, resolve, details);
    });
  }
}
