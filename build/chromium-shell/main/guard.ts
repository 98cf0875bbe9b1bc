import { EventEmitter } from 'node:events';

/** Looked up by the language and by tools on any object; never a member of Electron's API. */
const askedOfAnything = new Set(['then', 'toJSON', 'href', '__esModule', 'default']);

function refusing(name: string, inner: object): object {
  const refuse = (key: string): never => {
    throw new Error(`The Chromium stand-in has no ${name}.${key}; only the real Electron has.`);
  };
  return new Proxy(inner, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || askedOfAnything.has(key)) {
        return Reflect.get(target, key, receiver) as unknown;
      }
      return refuse(key);
    },
    set(target, key, value, receiver) {
      if (typeof key === 'symbol' || key in target) return Reflect.set(target, key, value, receiver);
      return refuse(key);
    },
  });
}

/**
 * Makes what the stand-in lacks loud: reading or setting an unknown member throws and names it.
 *
 * The refusal sits at the end of the prototype chain, so that known members, private fields and functions
 * that a test puts in their place are not touched by it.
 */
export function guarded<T extends object>(name: string, part: T): T {
  Object.setPrototypeOf(part, refusing(name, Object.prototype));
  return part;
}

/** The same for a class that extends EventEmitter: for its instances and its static members. */
export function guardClass(name: string, type: { readonly prototype: EventEmitter }): void {
  Object.setPrototypeOf(type.prototype, refusing(name, Object.create(EventEmitter.prototype) as object));
  Object.setPrototypeOf(type, refusing(name, EventEmitter));
}
