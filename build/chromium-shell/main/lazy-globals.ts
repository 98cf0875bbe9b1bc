/**
 * Node loads its classes of `fetch` at their first use, and with them `performance`. When a debugger asks for
 * `performance` in the midst of that, as a test driver does soon after the start, Node keeps it undefined for good
 * and no `Request` can be made any more. So both are loaded before any driver speaks to the program.
 */
export function loadLazyGlobals(): void {
  for (const name of ['performance', 'Request']) Reflect.get(globalThis, name);
}
