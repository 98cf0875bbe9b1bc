import type { DeskEvent } from '#shared/case/batch.ts';
import type { CaseId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';

/** Something that was done at the desk and acknowledged, in the simulator's own words. */
export type Act = { readonly at: Instant; readonly events: readonly DeskEvent[] } & (
  | {
      readonly did: 'registered';
      readonly case: CaseId;
      readonly receivedAt: Instant;
      readonly category: string | undefined;
      readonly facts: string;
      readonly name: string | undefined;
      readonly secret: boolean;
    }
  | { readonly did: 'step'; readonly case: CaseId; readonly step: string; readonly satisfaction?: string }
  | { readonly did: 'corrected'; readonly case: CaseId; readonly facts: string }
  | { readonly did: 'attached'; readonly case: CaseId; readonly sha256: string }
  | { readonly did: 'noted' | 'ordered' | 'answered'; readonly case: CaseId }
  | { readonly did: 'locked'; readonly period: PlainMonth }
);

/** What an office did, as the simulator remembers it: no code of the program reads or makes this. */
export class OfficeBook {
  readonly founded: PlainMonth;
  readonly acts: Act[] = [];

  constructor(founded: PlainMonth) {
    this.founded = founded;
  }

  add(act: Act): void {
    this.acts.push(act);
  }
}
