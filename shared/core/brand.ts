declare const brand: unique symbol;

/** A string that has passed one parser: `Brand<'CaseId'>` cannot be mistaken for any other string. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };
