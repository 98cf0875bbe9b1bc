export type CancellableEvent = { readonly defaultPrevented: boolean; readonly preventDefault: () => void };

/** An event as Electron gives it to listeners: asked afterwards whether one of them prevented it. */
export function cancellableEvent<T extends object>(properties: T): CancellableEvent & T {
  let defaultPrevented = false;
  const event = Object.defineProperties(
    {} as CancellableEvent & T,
    Object.getOwnPropertyDescriptors(properties),
  );
  return Object.defineProperties(event, {
    defaultPrevented: { get: () => defaultPrevented, enumerable: true },
    preventDefault: { value: () => void (defaultPrevented = true), enumerable: true },
  });
}
