import { EventEmitter } from 'node:events';
import type {
  Protocol as ElectronProtocol,
  Session as ElectronSession,
  WebContents as ElectronContents,
} from 'electron';
import { app } from './app.ts';
import { getBrowser } from './browser.ts';
import { guardClass, guarded } from './guard.ts';
import { harmless } from './harmless.ts';
import { Permissions } from './permissions.ts';
import { originOf, schemeAddresses } from './scheme-addresses.ts';
import { createWebRequest } from './web-request.ts';

type SchemeHandler = Parameters<ElectronProtocol['handle']>[1];
type Protocol = Pick<
  ElectronProtocol,
  'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged'
>;
type Surface = Pick<
  ElectronSession,
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'isPersistent'
  | 'flushStorageData'
>;

export class Session extends EventEmitter implements Surface {
  readonly protocol: Protocol;
  readonly webRequest;
  /** What makes the origins of this session its own; empty for the default one. */
  readonly label: string;
  readonly requests = createWebRequest();
  private readonly permissions = new Permissions();
  private readonly handlers = new Map<string, SchemeHandler>();
  private readonly partition: string;
  private context: Promise<string> | undefined;

  constructor(partition: string) {
    super();
    this.partition = partition;
    this.label = labelOf(partition);
    this.webRequest = this.requests.api;
    schemeAddresses.addPartition(this.label);
    this.protocol = createProtocol(this.handlers);
  }

  findSchemeHandler(scheme: string): SchemeHandler | undefined {
    return this.handlers.get(scheme);
  }

  setPermissionCheckHandler(handler: Permissions['check']): void {
    this.permissions.check = handler;
  }

  setPermissionRequestHandler(handler: Permissions['request']): void {
    this.permissions.request = handler;
  }

  /** Never asked: HID, serial, USB and Bluetooth are switched off in the profile. */
  readonly setDevicePermissionHandler = harmless;
  readonly setSpellCheckerEnabled = harmless;
  readonly flushStorageData = harmless;

  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:');
  }

  /** A session in memory is a browser context of its own. */
  async browserContext(): Promise<string | undefined> {
    if (this.isPersistent()) return undefined;
    this.context ??= getBrowser()
      .root.send('Target.createBrowserContext', { disposeOnDetach: true })
      .then(created => created.browserContextId);
    return this.context;
  }

  /** Before a page of the program loads, so that it finds everything decided. No other page can load. */
  async settle(contents: ElectronContents, url: string): Promise<void> {
    const { root } = getBrowser();
    const real = schemeAddresses.toReal(url, this.label);
    if (!schemeAddresses.parse(real)) return;
    const { origin } = new URL(real);
    const browserContextId = await this.browserContext();
    const inContext = browserContextId === undefined ? {} : { browserContextId };
    const settings = await this.permissions.decide(contents, url, originOf(url));
    const sent = settings.map(({ name, setting }) =>
      root
        .send('Browser.setPermission', { permission: { name }, setting, origin, ...inContext })
        .catch(unknownHere),
    );
    await Promise.all([
      ...sent,
      root.send('Browser.setDownloadBehavior', { behavior: 'deny', ...inContext }),
    ]);
  }
}

guardClass('session', Session);

function createProtocol(handlers: Map<string, SchemeHandler>): Protocol {
  return guarded<Protocol>('protocol', {
    registerSchemesAsPrivileged(schemes) {
      if (app.isReady())
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      for (const { scheme } of schemes) schemeAddresses.addScheme(scheme);
    },
    handle(scheme, handler) {
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      schemeAddresses.addScheme(scheme);
      handlers.set(scheme, handler);
    },
    unhandle: scheme => void handlers.delete(scheme),
    isProtocolHandled: scheme => handlers.has(scheme),
  });
}

/** What this Chromium does not know, a page in it cannot use. */
function unknownHere(error: Error): void {
  if (!error.message.includes('Invalid PermissionDescriptor name')) throw error;
}

/** A host label may hold letters, digits and hyphens. */
function labelOf(partition: string): string {
  return partition === '' ? '' : `p-${Buffer.from(partition).toString('hex')}`;
}

const sessions = new Map<string, Session>();

export function sessionOf(partition: string): Session {
  const known = sessions.get(partition);
  if (known) return known;
  const created = new Session(partition);
  sessions.set(partition, created);
  app.emit('session-created', created);
  return created;
}

export function findSessionByLabel(label: string): Session | undefined {
  return [...sessions.values()].find(session => session.label === label);
}

export const session = guarded('session', {
  get defaultSession(): Session {
    return sessionOf('');
  },
  fromPartition: (partition: string): Session => sessionOf(partition),
});

export const protocol = sessionOf('').protocol;
