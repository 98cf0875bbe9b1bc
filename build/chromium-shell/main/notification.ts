import { EventEmitter } from 'node:events';
import type { Notification as Electron, NotificationConstructorOptions } from 'electron';
import { guardClass } from './guard.ts';
import { harmless } from './harmless.ts';

type Surface = Pick<Electron, 'body' | 'close' | 'show' | 'title'>;

export class Notification extends EventEmitter implements Surface {
  readonly title: string;
  readonly body: string;

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
  }

  show(): void {
    this.emit('failed', {}, 'The Chromium stand-in shows no notifications.');
  }

  readonly close = harmless;

  static isSupported(): boolean {
    return false;
  }
}

guardClass('Notification', Notification);
