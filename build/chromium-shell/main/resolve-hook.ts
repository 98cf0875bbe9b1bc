import type { InitializeHook, LoadHook, ResolveHook } from 'node:module';

type Given = { readonly names: readonly string[]; readonly source: string };

const address = 'electron:stand-in';
let given: Given = { names: [], source: '' };

export const initialize: InitializeHook<Given> = data => {
  given = data;
};

export const resolve: ResolveHook = (specifier, context, next) =>
  given.names.includes(specifier)
    ? { url: address, format: 'module', shortCircuit: true }
    : next(specifier, context);

export const load: LoadHook = (url, context, next) =>
  url === address ? { format: 'module', source: given.source, shortCircuit: true } : next(url, context);
