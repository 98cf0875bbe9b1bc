import { assertNever } from '#shared/core/assert.ts';
import type { CaseEvent } from './case.events.ts';
import type { AttachmentState } from './case.state.ts';

export type AttachmentEvent = Extract<CaseEvent, { readonly attachment: unknown }>;

function added(event: Extract<AttachmentEvent, { type: 'attachment-added' }>): AttachmentState {
  const { attachment: id, kind, name, remark = '', media, sha256, bytes, at, by } = event;
  return {
    ...{ id, kind, name, remark, media, sha256, bytes, at, by: by.name },
    ...(event.made_at === undefined ? {} : { madeAt: event.made_at }),
    ...(event.recorded ? { recorded: true as const } : {}),
  };
}

/** The files of a case after something happened to one of them. */
export function evolveAttachments(
  before: readonly AttachmentState[],
  event: AttachmentEvent,
): readonly AttachmentState[] {
  const change = (to: (one: AttachmentState) => AttachmentState): readonly AttachmentState[] =>
    before.map(one => (one.id === event.attachment ? to(one) : one));
  switch (event.type) {
    case 'attachment-added':
      return [...before, added(event)];
    case 'attachment-described':
      return change(one => ({ ...one, name: event.name, remark: event.remark }));
    case 'attachment-removed':
      return change(one => ({ ...one, removed: { at: event.at, by: event.by.name, reason: event.reason } }));
    default:
      return assertNever(event);
  }
}

/** What belongs to the case now. */
export const liveAttachments = ({
  attachments = [],
}: {
  readonly attachments?: readonly AttachmentState[];
}): readonly AttachmentState[] => attachments.filter(({ removed }) => removed === undefined);
