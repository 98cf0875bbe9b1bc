import type { DocumentId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Values } from '#shared/procedure/values.ts';

/** What a person asks for. `decide` answers with events or a refusal. */
export type CaseCommand =
  | { readonly type: 'change-fields'; readonly values: Values; readonly reason?: string }
  | {
      readonly type: 'take-step';
      readonly step: string;
      readonly values: Values;
      readonly ground?: string;
      readonly reason?: string;
    }
  | { readonly type: 'extend-clock'; readonly limit: string; readonly reason: string }
  | { readonly type: 'add-note'; readonly text: string }
  | {
      readonly type: 'record-document';
      readonly document: DocumentId;
      readonly form: string;
      readonly sha256: string;
      readonly bytes: number;
      readonly pages: number;
      readonly mark: string;
    }
  | {
      readonly type: 'record-print';
      readonly document: DocumentId;
      readonly printer: string;
      readonly copies: number;
    };

export interface RegisterCommand {
  readonly procedure: string;
  readonly receivedAt: Instant;
  readonly values: Values;
}
