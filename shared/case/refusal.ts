import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import type { Role } from '#shared/procedure/role.ts';

/** Why a step cannot be taken now, in words of the pack where it has some. */
export type Obstacle =
  | { readonly code: 'state'; readonly state: Text }
  | { readonly code: 'role'; readonly role: Role }
  | { readonly code: 'condition'; readonly why: Text }
  | { readonly code: 'not-printed'; readonly form: Text }
  | { readonly code: 'not-signed'; readonly form: Text }
  /** Somebody with this role has to approve first. */
  | { readonly code: 'approval'; readonly role: Role }
  /** Asked for already, and not answered. */
  | { readonly code: 'asked' }
  | { readonly code: 'recusal'; readonly why: Text }
  /** The file lacks these. */
  | { readonly code: 'archive'; readonly items: readonly Text[] }
  | { readonly code: 'merged'; readonly number: string };

/** What a command may be refused for. Nothing has changed then. */
export type Refusal =
  | { readonly code: 'case/missing-fields'; readonly fields: readonly string[] }
  | { readonly code: 'case/bad-value'; readonly field: string }
  | { readonly code: 'case/too-long'; readonly field: string; readonly longest: number }
  | { readonly code: 'case/unknown-field'; readonly field: string }
  /** What was filled in breaks a rule of the procedure, in whose words it is told. */
  | { readonly code: 'case/rule'; readonly field: string; readonly told: Text }
  | { readonly code: 'case/not-permitted'; readonly step: Text; readonly obstacles: readonly Obstacle[] }
  | { readonly code: 'case/role'; readonly role: Role }
  /** The person who asks for it is named in the case. */
  | { readonly code: 'case/recusal'; readonly why: Text }
  /** The person who asked for the approval is named in the case by now. */
  | { readonly code: 'case/asker-recusal'; readonly name: string; readonly why: Text }
  | { readonly code: 'case/ground-missing' }
  | { readonly code: 'case/reason-missing' }
  | { readonly code: 'case/nothing-changed' }
  /** The case hides nobody. */
  | { readonly code: 'case/nothing-hidden' }
  /** Who asks has not opened what they want to change. */
  | { readonly code: 'case/identity-hidden' }
  /** These decide which tracks a case begins with. */
  | { readonly code: 'case/other-way'; readonly fields: readonly string[] }
  | { readonly code: 'case/empty-note' }
  | { readonly code: 'case/received-later' }
  | { readonly code: 'office/no-procedure' }
  | { readonly code: 'office/no-role' }
  | { readonly code: 'office/bad-name'; readonly longest: number }
  | { readonly code: 'office/name-taken'; readonly name: string }
  | { readonly code: 'office/last-administrator' }
  | { readonly code: 'office/bad-figure' }
  | { readonly code: 'office/bad-threshold' }
  | { readonly code: 'office/bad-due-day' }
  | { readonly code: 'office/bad-amount' }
  | { readonly code: 'office/month-to-come' }
  | { readonly code: 'office/bad-number' }
  /** It closes before it opens, opens before it closed last, or no such time. */
  | {
      readonly code: 'office/hours-order';
      readonly day: Text;
      readonly opens: string;
      readonly closes: string;
    }
  | { readonly code: 'office/hours-few' }
  | { readonly code: 'office/hours-past' }
  | { readonly code: 'office/card-too-long'; readonly longest: number }
  /** It was never begun, or was undone. */
  | { readonly code: 'office/no-such-import' }
  | { readonly code: 'office/number-taken'; readonly number: number }
  | { readonly code: 'office/number-not-given'; readonly number: string }
  | { readonly code: 'case/merged'; readonly number: string }
  | { readonly code: 'case/no-such-class'; readonly class: string }
  | { readonly code: 'case/own-repeat' }
  | { readonly code: 'case/nothing-asked' }
  | { readonly code: 'case/asked-already' }
  /** These fields say something else than when it was asked for. */
  | { readonly code: 'case/changed-since'; readonly fields: readonly string[] }
  /** These fields were changed elsewhere while they were being changed here. */
  | { readonly code: 'case/changed-meanwhile'; readonly fields: readonly string[] }
  | { readonly code: 'case/clock-not-running'; readonly limit: Text }
  | { readonly code: 'case/closed' }
  | { readonly code: 'case/signed-already'; readonly form: Text }
  | { readonly code: 'case/waived-already'; readonly form: Text }
  | { readonly code: 'case/waived-unprinted'; readonly form: Text }
  | { readonly code: 'case/paper-set-anew'; readonly form: Text }
  | { readonly code: 'case/no-signature-needed'; readonly form: Text }
  | { readonly code: 'case/void-printed'; readonly form: Text }
  | { readonly code: 'case/paper-not-printed' }
  | { readonly code: 'case/paper-voided' }
  /** It was voided, or another file stands in its place already. */
  | { readonly code: 'case/paper-replaced' }
  /** It came back signed. */
  | { readonly code: 'case/paper-not-replaceable' }
  /** The very file of the paper itself. */
  | { readonly code: 'case/same-file' }
  | { readonly code: 'case/no-such-page'; readonly page: number; readonly pages: number }
  | { readonly code: 'case/page-there'; readonly page: number }
  | { readonly code: 'case/paper-signed' }
  /** The very file is there, and not removed. */
  | { readonly code: 'case/attachment-there'; readonly name: string }
  | { readonly code: 'case/attachment-name'; readonly longest: number }
  /** All files of the case together. */
  | { readonly code: 'case/attachments-full'; readonly most: number }
  | { readonly code: 'case/attachment-stays' }
  | { readonly code: 'case/attachment-removed' }
  | { readonly code: 'case/signed-paper-changed' }
  | { readonly code: 'case/signer-missing' }
  | { readonly code: 'case/order-answered'; readonly name: string }
  /** It was brought along by mistake and is no case any more. */
  | { readonly code: 'case/withdrawn' }
  /** Somebody registered it or sent it back. */
  | { readonly code: 'transfers/settled' }
  /** The case that came in is against the person who registers it or sends it back. */
  | { readonly code: 'transfers/recusal' }
  /** Headquarters wants the answer on that day. */
  | { readonly code: 'case/order-early'; readonly date: PlainDate }
  | { readonly code: 'case/no-number-series'; readonly form: string }
  | { readonly code: 'case/no-extension'; readonly limit: Text }
  | { readonly code: 'case/procedure-not-valid'; readonly procedure: Text; readonly date: string };
