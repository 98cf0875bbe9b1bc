import type { ContextBridge } from 'electron';

type AnyFunction = (...args: unknown[]) => unknown;

/** One function keeps one proxy, so that a listener handed over twice can be taken off again. */
const proxies = new WeakMap<AnyFunction, AnyFunction>();

/**
 * Copies a value as Electron does between its two worlds.
 *
 * Functions become proxies whose arguments and results are copied in turn, promises are followed, prototypes
 * and symbols are lost. Here both sides live in one world: this gives the behaviour, not the protection.
 */
function cross(value: unknown, seen = new Map<object, unknown>()): unknown {
  if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
  if (typeof value === 'function') return proxyOf(value as AnyFunction);
  if (value === null || typeof value !== 'object') return value;
  if (seen.has(value)) return seen.get(value);
  if (value instanceof Promise) {
    return value.then(
      (result: unknown) => cross(result),
      (reason: unknown) => {
        throw cross(reason);
      },
    );
  }
  if (value instanceof Error) return new Error(value.message);
  if (value instanceof Node) return value;
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    seen.set(value, copy);
    for (const item of value) copy.push(cross(item, seen));
    return copy;
  }
  if (Object.prototype.toString.call(value) !== '[object Object]') return structuredClone(value);
  const copy: Record<string, unknown> = {};
  seen.set(value, copy);
  for (const [key, item] of Object.entries(value)) copy[key] = cross(item, seen);
  return copy;
}

function proxyOf(original: AnyFunction): AnyFunction {
  const known = proxies.get(original);
  if (known) return known;
  const proxy: AnyFunction = (...args) => {
    const copied = args.map(arg => cross(arg));
    try {
      return cross(original(...copied));
    } catch (error) {
      throw error instanceof Error ? new Error(error.message) : error;
    }
  };
  proxies.set(original, proxy);
  proxies.set(proxy, proxy);
  return proxy;
}

function deepFreeze(value: unknown): void {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value) || ArrayBuffer.isView(value))
    return;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFreeze(item);
}

export const contextBridge: Pick<ContextBridge, 'exposeInMainWorld'> = {
  exposeInMainWorld(key, api) {
    if (key in window)
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    const copy = cross(api);
    deepFreeze(copy);
    Object.defineProperty(window, key, {
      value: copy,
      enumerable: true,
      configurable: false,
      writable: false,
    });
  },
};
