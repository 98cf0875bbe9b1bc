import { err, ok, type Result } from '#shared/core/result.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Role } from '#shared/procedure/role.ts';
import { EARLY_LOCK, isEarlyClose } from '#shared/reports/early-lock.ts';
import { actorAs, header, type DecideContext } from './decide.context.ts';
import type { Actor } from './event.header.ts';
import type { OfficeEvent } from './office.events.ts';
import type { LockProposal, MonthRemark } from './office.state.ts';
import type { Refusal } from './refusal.ts';

/** Who closes a month or another period, and who lets it be closed. */
export const CLOSES_MONTHS: Role = 'records-officer';
export const APPROVES_LOCKS: Role = 'supervisor';

type Head = ReturnType<typeof header> & { readonly stream: 'office' };

export interface AnsweredClose {
  readonly proposal: LockProposal['id'];
  readonly answer: 'given' | 'refused';
  readonly reason?: string;
}

export interface ApprovedClose {
  readonly remarks: MonthRemark[];
  readonly approved_by: Actor;
  readonly asked_by?: Actor;
}

/** What is closed, as the office knows it, and how its events say so. */
export interface Closing {
  readonly isClosed: boolean;
  readonly lastDay: PlainDate;
  /** The last word on closing it: what waits, or what was sent back. */
  readonly proposal: LockProposal | undefined;
  readonly propose: (head: Head, remarks: MonthRemark[]) => OfficeEvent;
  readonly answer: (head: Head, answered: AnsweredClose) => OfficeEvent;
  readonly close: (head: Head, approved: ApprovedClose) => OfficeEvent;
}

export interface CloseWords {
  /** Remarks to the check list; the one to `EARLY_LOCK` says why it is closed before it is over. */
  readonly remarks: readonly MonthRemark[];
  /** The open questions of the check list; each wants a remark. */
  readonly open: readonly string[];
}

export type CloseAnswer =
  (CloseWords & { readonly answer: 'given' }) | { readonly answer: 'refused'; readonly reason: string };

type Context = Omit<DecideContext, 'procedure'>;
type Decision = Result<readonly OfficeEvent[], Refusal>;

const isEmpty = (text: string): boolean => text.trim() === '';

const areRemarked = (items: readonly string[], remarks: readonly MonthRemark[]): boolean =>
  items.every(item => remarks.some(remark => remark.item === item && !isEmpty(remark.text)));

const headAs = (context: Context, role: Role): Head => ({ ...header(context, role), stream: 'office' });

/** Closes it, or puts that before whoever approves it. Who may approve asks nobody. */
export function decideClose(closing: Closing, { remarks, open }: CloseWords, context: Context): Decision {
  const { roles } = context.acting;
  if (!roles.includes(CLOSES_MONTHS)) return err({ code: 'case/role', role: CLOSES_MONTHS });
  if (closing.isClosed) return err({ code: 'case/nothing-changed' });
  const alone = roles.includes(APPROVES_LOCKS);
  const { proposal } = closing;
  if (!alone && proposal && proposal.refused === undefined) return err({ code: 'case/asked-already' });
  const wanted = isEarlyClose(closing.lastDay, context.now) ? [EARLY_LOCK, ...open] : open;
  if (!areRemarked(wanted, remarks)) return err({ code: 'case/reason-missing' });
  const head = headAs(context, CLOSES_MONTHS);
  const said = remarks.map(({ item, text }) => ({ item, text }));
  if (!alone) return ok([closing.propose(head, said)]);
  const approved = { remarks: said, approved_by: actorAs(context.acting, APPROVES_LOCKS) };
  return ok([closing.close(head, approved)]);
}

/**
 * Given, it is closed at once: both stand in one record. A question that came open since it was proposed is remarked by
 * whoever gives it; what was remarked before stays.
 */
export function decideCloseAnswer(closing: Closing, answer: CloseAnswer, context: Context): Decision {
  if (!context.acting.roles.includes(APPROVES_LOCKS)) return err({ code: 'case/role', role: APPROVES_LOCKS });
  const { proposal } = closing;
  if (!proposal || proposal.refused) return err({ code: 'case/nothing-asked' });
  const head = (): Head => headAs(context, APPROVES_LOCKS);
  if (answer.answer === 'refused') {
    const reason = answer.reason.trim();
    if (reason === '') return err({ code: 'case/reason-missing' });
    return ok([closing.answer(head(), { proposal: proposal.id, answer: 'refused', reason })]);
  }
  const isNew = ({ item }: MonthRemark): boolean => proposal.remarks.every(each => each.item !== item);
  const remarks = [...proposal.remarks, ...answer.remarks.filter(isNew)];
  if (!areRemarked(answer.open, remarks)) return err({ code: 'case/reason-missing' });
  return ok([
    closing.answer(head(), { proposal: proposal.id, answer: 'given' }),
    closing.close(head(), {
      remarks: remarks.map(({ item, text }) => ({ item, text })),
      ...{ approved_by: actorAs(context.acting, APPROVES_LOCKS), asked_by: proposal.by },
    }),
  ]);
}
