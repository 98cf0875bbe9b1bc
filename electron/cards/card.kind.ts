import type { DeskEvent } from '#shared/case/batch.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { DeskFault, Reply } from '#shared/ipc/result.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import type { Ledger } from '../office/ledger.ts';
import type { CardFile } from './card-file.ts';

type OfficeEventOf<Type extends DeskEvent['type']> = Extract<DeskEvent, { stream: 'office'; type: Type }>;

/** What the event says besides who and when. */
export type Enrolment =
  | Pick<OfficeEventOf<'headquarters-enrolled'>, 'type' | 'card'>
  | Pick<OfficeEventOf<'colleague-enrolled'>, 'type' | 'card'>;

/** A kind of card that is read in by an administrator: whose it is, and what another one in its place changes. */
export interface CardKind<Card extends { readonly name: string }> {
  readonly file: CardFile<Card>;
  /** The one in whose place it would come. */
  readonly standing: (office: OfficeState, read: Card) => Card | undefined;
  /** Why nobody can do anything with it here, whatever stands. */
  readonly refusal: (office: OfficeState, read: Card) => FaultCode | undefined;
  /** Whether it may come in the place of the other one without a question: nobody reads anything from then on who did not before. */
  readonly isSameHands: (standing: Card, read: Card) => boolean;
  /** Whether reading it changes nothing. */
  readonly isKnown: (standing: Card, read: Card) => boolean;
  /** What a person has to look at before another one counts. */
  readonly question: (standing: Card, read: Card) => DeskFault;
  /** What is written down; what must not stand in an event is kept before that. */
  readonly enrolment: (ledger: Ledger, read: Card) => Promise<Reply<Enrolment>>;
}
