import type { BundleCode } from '#shared/bundle/bundle.refusals.ts';
import type { Refusal } from '#shared/case/refusal.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';

/** What happened, what was kept where the usual sentence is not enough, what to do. */
interface Sentences {
  readonly what: string;
  readonly kept?: string;
  readonly next: string;
}

/** Those about bundles have their sentences beside the rules that refuse, for headquarters reads them too. */
export type WordedCode = Exclude<FaultCode, BundleCode> | Refusal['code'];

type AreaOf<Code> = Code extends `${infer Area}/${string}` ? Area : never;
type NameIn<Area extends string, Code> = Code extends `${Area}/${infer Name}` ? Name : never;

/** Sentences for every code there is, by area and name; a code without them does not compile. */
export type FaultTexts = {
  readonly [Area in AreaOf<WordedCode>]: Readonly<Record<NameIn<Area, WordedCode>, Sentences>>;
};
