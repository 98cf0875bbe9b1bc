type Listener = (...told: unknown[]) => void;

/** What PouchDB uses of Node's `events`, which it expects a bundler to bring. */
export class Emitter {
  // PouchDB makes some of them without running the constructor.
  declare private lists?: Map<string, readonly Listener[]>;

  private get heard(): Map<string, readonly Listener[]> {
    return (this.lists ??= new Map());
  }

  on(name: string, listener: Listener): this {
    this.heard.set(name, [...this.listeners(name), listener]);
    return this;
  }

  addListener(name: string, listener: Listener): this {
    return this.on(name, listener);
  }

  once(name: string, listener: Listener): this {
    const first: Listener = (...told) => {
      this.removeListener(name, first);
      listener.apply(this, told);
    };
    return this.on(name, first);
  }

  removeListener(name: string, listener: Listener): this {
    const left = this.listeners(name).filter(each => each !== listener);
    this.heard.set(name, left);
    return this;
  }

  removeAllListeners(name?: string): this {
    if (name === undefined) this.heard.clear();
    else this.heard.delete(name);
    return this;
  }

  emit(name: string, ...told: unknown[]): boolean {
    const listeners = this.listeners(name);
    for (const listener of listeners) listener.apply(this, told);
    return listeners.length > 0;
  }

  listeners(name: string): readonly Listener[] {
    return this.heard.get(name) ?? [];
  }

  listenerCount(name: string): number {
    return this.listeners(name).length;
  }

  setMaxListeners(): this {
    return this;
  }
}

// PouchDB hands them on by looking at the keys of the prototype.
for (const name of Object.getOwnPropertyNames(Emitter.prototype))
  if (name !== 'constructor' && name !== 'heard')
    Object.defineProperty(Emitter.prototype, name, { enumerable: true });
