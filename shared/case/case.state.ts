import type { CaseId, DocumentId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Values } from '#shared/procedure/values.ts';
import type { ProcedureRef } from './case.events.ts';
import type { Actor } from './event.header.ts';

export interface TrackState {
  readonly state: string;
  readonly since: Instant;
}

export interface DocumentState {
  readonly id: DocumentId;
  readonly form: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly mark: string;
  readonly madeAt: Instant;
  readonly prints: readonly {
    readonly at: Instant;
    readonly by: string;
    readonly copies: number;
    readonly printer: string;
  }[];
}

/** What clocks are computed from: the moments that start, end, pause or stop them. */
export type Trace =
  | { readonly kind: 'registered'; readonly at: Instant }
  | { readonly kind: 'step'; readonly step: string; readonly at: Instant }
  | { readonly kind: 'printed'; readonly form: string; readonly at: Instant }
  | { readonly kind: 'extended'; readonly limit: string; readonly amount: number; readonly at: Instant };

/** A case as its events leave it. Everything here can be computed again from them. */
export interface CaseState {
  readonly id: CaseId;
  readonly procedure: ProcedureRef;
  readonly number: string;
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly registeredBy: Actor;
  /** Who last took a step. */
  readonly lastBy: Actor;
  readonly lastAt: Instant;
  readonly values: Values;
  readonly tracks: Readonly<Record<string, TrackState>>;
  readonly documents: readonly DocumentState[];
  readonly trace: readonly Trace[];
  /** Number of its last event. */
  readonly seq: number;
}
