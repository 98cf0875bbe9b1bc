import { kindOfMedia, MOST_CASE_BYTES, MOST_NAME } from '#shared/attachments/attachment.media.ts';
import { invariant } from '#shared/core/assert.ts';
import { newAttachmentId, type AttachmentId, type CaseId } from '#shared/core/ids.ts';
import { err, ok, type Result } from '#shared/core/result.ts';
import type { Role } from '#shared/procedure/role.ts';
import type { CaseEvent } from './case.events.ts';
import type { AttachmentState, CaseState } from './case.state.ts';
import type { CaseCommand, HandedFile } from './commands.ts';
import { caseHeader, type DecideContext } from './decide.context.ts';
import type { Refusal } from './refusal.ts';
import { closedAt } from './standing.ts';

type Decision = Result<readonly CaseEvent[], Refusal>;
type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

function liveAttachment(state: CaseState, id: AttachmentState['id']): Result<AttachmentState, Refusal> {
  const found = state.attachments?.find(each => each.id === id);
  invariant(found, 'an attachment of this case');
  return found.removed ? err({ code: 'case/attachment-removed' }) : ok(found);
}

type Held = Pick<AttachmentState, 'sha256' | 'bytes' | 'name'> & { readonly removed?: unknown };

/** What is written down of one more file, beside those that are held. Removed ones count: they stay in the vault. */
export function attachedFile(
  held: readonly Held[],
  attachment: AttachmentId,
  { media, sha256, bytes, madeAt, recorded, ...file }: HandedFile,
) {
  const name = file.name.trim();
  if (name === '' || name.length > MOST_NAME)
    return err({ code: 'case/attachment-name', longest: MOST_NAME } satisfies Refusal);
  const there = held.find(each => each.removed === undefined && each.sha256 === sha256);
  if (there) return err({ code: 'case/attachment-there', name: there.name } satisfies Refusal);
  if (held.reduce((sum, each) => sum + each.bytes, bytes) > MOST_CASE_BYTES)
    return err({ code: 'case/attachments-full', most: MOST_CASE_BYTES / 1_000_000 } satisfies Refusal);
  return ok({
    type: 'attachment-added' as const,
    ...{ attachment, kind: kindOfMedia(media), name, media, sha256, bytes },
    ...(madeAt === undefined ? {} : { made_at: madeAt }),
    ...(recorded ? { recorded: true as const } : {}),
  });
}

/** Also after the case is closed: what comes late belongs into its file. */
export function addAttachment(
  state: CaseState,
  { attachment, ...file }: Command<'add-attachment'>,
  context: DecideContext,
  role: Role,
): Decision {
  const added = attachedFile(state.attachments ?? [], attachment, file);
  if (!added.ok) return added;
  return ok([{ ...caseHeader(context, role, state.id, state.seq + 1), ...added.value }]);
}

/** The files a case is born with, after so many events. */
export function attachedAtBirth(
  files: readonly HandedFile[],
  id: CaseId,
  before: number,
  context: DecideContext,
): Decision {
  const events: CaseEvent[] = [];
  for (const [index, file] of files.entries()) {
    const added = attachedFile(files.slice(0, index), newAttachmentId(context.ids), file);
    if (!added.ok) return added;
    events.push({ ...caseHeader(context, 'registrar', id, before + index + 1), ...added.value });
  }
  return ok(events);
}

export function describeAttachment(
  state: CaseState,
  command: Command<'describe-attachment'>,
  context: DecideContext,
  role: Role,
): Decision {
  const found = liveAttachment(state, command.attachment);
  if (!found.ok) return found;
  const [name, remark] = [command.name.trim(), command.remark.trim()];
  if (name === '' || name.length > MOST_NAME)
    return err({ code: 'case/attachment-name', longest: MOST_NAME });
  if (name === found.value.name && remark === found.value.remark)
    return err({ code: 'case/nothing-changed' });
  const head = caseHeader(context, role, state.id, state.seq + 1);
  return ok([{ ...head, type: 'attachment-described', attachment: found.value.id, name, remark }]);
}

/** What was decided was decided over the file as it was: of a closed case nothing is taken out any more. */
export function removeAttachment(
  state: CaseState,
  command: Command<'remove-attachment'>,
  context: DecideContext,
): Decision {
  const role = (['registrar', 'handler', 'supervisor'] as const).find(each =>
    context.acting.roles.includes(each),
  );
  if (role === undefined) return err({ code: 'case/role', role: 'handler' });
  const found = liveAttachment(state, command.attachment);
  if (!found.ok) return found;
  if (closedAt(context.procedure, state) !== undefined) return err({ code: 'case/attachment-stays' });
  const reason = command.reason.trim();
  if (reason === '') return err({ code: 'case/reason-missing' });
  const head = caseHeader(context, role, state.id, state.seq + 1);
  return ok([{ ...head, type: 'attachment-removed', attachment: found.value.id, reason }]);
}
