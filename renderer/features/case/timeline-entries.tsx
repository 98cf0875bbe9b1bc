import type { ApprovalMatter } from '#shared/case/approval.matter.ts';
import type { CaseEvent } from '#shared/case/case.events.ts';
import { writtenDay } from '#shared/calendar/chinese-date.ts';
import { assertNever } from '#shared/core/assert.ts';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { inLanguage } from '#shared/core/text.ts';
import { findStep } from '#shared/procedure/procedure.lookup.ts';
import { isCaseForm } from '#shared/procedure/form.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { FieldValue, Values } from '#shared/procedure/values.ts';
import { placeName, signPlaces } from '#shared/signing/sign-places.ts';
import type { TimelineEntry } from '#renderer/ui/list/timeline.tsx';
import { askedReason, matterInWords, whyUnsigned } from './approval-words.ts';
import { fieldInWords, stepEntries, type EntryWording } from './step-entries.ts';

interface Telling extends EntryWording {
  readonly procedure: Procedure;
  readonly today: PlainDate;
}

/** What was asked for, by the events that asked. */
type AskedMatters = ReadonlyMap<string, ApprovalMatter>;

const mattersOf = (events: readonly CaseEvent[]): AskedMatters =>
  new Map(
    events.flatMap((event): [string, ApprovalMatter][] => {
      if (event.type === 'approval-sought') return [[event.id, event.matter]];
      if (event.type !== 'approval-asked') return [];
      return [[event.id, { about: 'step', step: event.step, values: event.values }]];
    }),
  );

/** What a sentence ended with gives way to the gap before the next one. */
const inOneLine = (lines: readonly string[], gap: string): string =>
  lines.map((line, index) => (index < lines.length - 1 ? line.replace(/[。；.;]$/u, '') : line)).join(gap);

function entriesTold(step: Parameters<typeof stepEntries>[0], telling: Telling): string | undefined {
  const told = stepEntries(step, telling).map(({ label, words }) => telling.t('told', { label, words }));
  return told.length > 0 ? inOneLine(told, telling.t('toldGap')) : undefined;
}

/** A correction: what stood there and what stands there now, a line a field. */
function changesTold(values: Values, before: Values, telling: Telling): readonly string[] {
  const { procedure, language, t } = telling;
  return Object.entries(values).flatMap(([key, value]) => {
    const field = procedure.fields.find(candidate => candidate.key === key);
    if (!field) return [];
    const words = (one: FieldValue | undefined): string => fieldInWords(field, one, telling) || t('empty');
    const told = {
      label: inLanguage(field.label, language),
      before: words(before[key]),
      after: words(value),
    };
    return [t('changed', told)];
  });
}

const formName = (id: string, { procedure, language }: Telling): string => {
  const form = procedure.forms.find(candidate => candidate.id === id);
  return form ? inLanguage(form.name, language) : id;
};

function signedPlace(event: Extract<CaseEvent, { type: 'signed-on-pad' }>, telling: Telling): string {
  const form = telling.procedure.forms.filter(isCaseForm).find(({ id }) => id === event.form);
  const place = form && signPlaces(form).find(({ id }) => id === event.place);
  return place ? placeName(place, telling.language) : event.place;
}

const trackName = (id: string, { procedure, language }: Telling): string => {
  const track = procedure.tracks.find(candidate => candidate.id === id);
  return track ? inLanguage(track.name, language) : id;
};

const stepName = (id: string, { procedure, language }: Telling): string => {
  const step = findStep(procedure, id);
  return step ? inLanguage(step.name, language) : id;
};

/** Files are called after people: of a sealed case their names wait with its identity. */
const attachmentName = (name: string, { covered }: Telling): string =>
  covered.fields.size > 0 ? covered.words : name;

const attachmentNames = (events: readonly CaseEvent[]): ReadonlyMap<string, string> =>
  new Map(
    events.flatMap(event =>
      'attachment' in event && 'name' in event ? [[event.attachment, event.name]] : [],
    ),
  );

type Approved = Pick<Extract<CaseEvent, { type: 'clock-extended' }>, 'approved_by' | 'asked_by'>;
type Told = Pick<TimelineEntry, 'kind' | 'act' | 'more'>;

interface Known {
  readonly before: Values;
  /** Their last names. */
  readonly attachments: ReadonlyMap<string, string>;
  readonly matters: AskedMatters;
}

function tell(event: CaseEvent, { before, matters, attachments }: Known, telling: Telling): Told {
  const { procedure, language, t } = telling;
  const withMore = (told: Omit<Told, 'more'>, ...more: (string | undefined)[]): Told => {
    const lines = more.filter((line): line is string => line !== undefined && line !== '');
    return lines.length > 0 ? { ...told, more: inOneLine(lines, t('toldGap')) } : told;
  };
  /** Whoever approves alone is named as who did it. */
  const by = ({ approved_by: approver, asked_by: asker }: Approved): readonly (string | undefined)[] =>
    asker && approver
      ? [t('event.askedBy', { name: asker.name }), t('event.approvedBy', { name: approver.name })]
      : [];
  switch (event.type) {
    case 'registered': {
      const { number, brought, transferred } = event;
      if (!brought)
        return withMore(
          { kind: 'step', act: t('event.registered', { number }) },
          transferred && t('event.transferred', { from: transferred.from.name, number: transferred.number }),
          event.read_back_at && t('event.readBack', { time: timeOf(event.read_back_at) }),
        );
      const { closed, rest } = brought;
      // What stood in the other columns may name whom the case hides.
      const told = telling.covered.fields.size > 0 && rest !== undefined ? telling.covered.words : rest;
      return withMore(
        { kind: 'step', act: t('event.brought', { number, row: brought.row }) },
        closed ? t('event.broughtClosed', { date: dateOf(closed.at) }) : t('event.broughtOpen'),
        told,
      );
    }
    case 'import-withdrawn':
      return { kind: 'note', act: t('event.importWithdrawn') };
    case 'step-taken': {
      const approved = event.approved_by && t('event.approvedBy', { name: event.approved_by.name });
      return withMore(
        { kind: 'step', act: stepName(event.step, telling) },
        event.reason,
        entriesTold(event, telling),
        approved,
      );
    }
    case 'fields-changed':
      return withMore(
        { kind: 'note', act: t('event.changed') },
        event.reason,
        ...changesTold(event.values, before, telling),
      );
    case 'note-added':
      return { kind: 'note', act: t('event.note'), more: event.text };
    case 'supervision-ordered': {
      const { kind, headquarters, text } = event;
      return { kind: 'note', act: t(`event.ordered.${kind}`, { headquarters }), more: text };
    }
    case 'supervision-answered':
      return { kind: 'step', act: t('event.orderAnswered'), more: event.text };
    case 'transfer-sent':
      return withMore(
        { kind: 'step', act: t(`event.transferSent.${event.kind}`, { to: event.to.name }) },
        event.reason,
      );
    case 'transfer-answered':
      return event.verdict === 'accepted'
        ? { kind: 'note', act: t('event.transferAccepted', { number: event.number ?? '' }) }
        : withMore({ kind: 'note', act: t('event.transferReturned') }, event.reason);
    case 'clock-extended': {
      const limit = procedure.limits.find(({ id }) => id === event.limit);
      const name = limit ? inLanguage(limit.name, language) : event.limit;
      return withMore({ kind: 'note', act: t('event.extended', { name }) }, event.reason, ...by(event));
    }
    case 'track-opened':
      return { kind: 'note', act: t('event.opened', { track: trackName(event.track, telling) }) };
    case 'track-closed':
      return { kind: 'note', act: t('event.closed', { track: trackName(event.track, telling) }) };
    case 'approval-asked':
      return withMore(
        { kind: 'note', act: t('event.asked', { what: stepName(event.step, telling) }) },
        event.reason,
        entriesTold(event, telling),
      );
    case 'approval-sought':
      return withMore(
        { kind: 'note', act: t('event.asked', { what: matterInWords(event.matter, telling) }) },
        askedReason(event, telling),
      );
    case 'approval-answered': {
      const matter = matters.get(event.asked);
      const what = matter ? matterInWords(matter, telling) : '';
      return withMore({ kind: 'note', act: t(`event.answered.${event.answer}`, { what }) }, event.reason);
    }
    case 'signature-waived': {
      const act = t('event.waived', { form: formName(event.form, telling) });
      return withMore({ kind: 'note', act }, whyUnsigned(event, telling), ...by(event));
    }
    case 'severity-overridden': {
      const found = procedure.severity?.classes.find(({ id }) => id === event.class);
      const name = found ? inLanguage(found.name, language) : event.class;
      return withMore({ kind: 'note', act: t('event.classified', { name }) }, event.reason);
    }
    case 'escalation-taken': {
      const level = procedure.escalation?.levels.find(({ id }) => id === event.level);
      const to = level ? inLanguage(level.to, language) : event.level;
      return { kind: 'note', act: t('event.escalated', { to }) };
    }
    case 'linked-as-repeat':
      return { kind: 'note', act: t('event.repeat', { number: event.number }) };
    case 'merged':
      return withMore({ kind: 'step', act: t('event.merged', { number: event.number }) }, event.reason);
    case 'archive-item-confirmed': {
      const item = procedure.archive?.contents.find(({ id }) => id === event.item);
      return {
        kind: 'note',
        act: t('event.confirmed', { item: item ? inLanguage(item.name, language) : event.item }),
      };
    }
    case 'document-numbered':
      return {
        kind: 'note',
        act: t('event.numbered', { form: formName(event.form, telling), number: event.number }),
      };
    case 'document-signed':
      return {
        kind: 'note',
        act: t(event.on_pad ? 'event.padComplete' : 'event.signed', { form: formName(event.form, telling) }),
      };
    case 'signed-on-pad': {
      const told = { form: formName(event.form, telling), place: signedPlace(event, telling) };
      const { covered } = telling;
      // In most cases the signer is whom the case hides.
      const signer = covered.fields.size > 0 ? covered.words : event.signer;
      return withMore({ kind: 'note', act: t('event.signedOnPad', told) }, signer);
    }
    case 'scan-filed':
      return {
        kind: 'note',
        act: t(event.by_hand ? 'event.scannedByHand' : 'event.scanned', {
          form: formName(event.form, telling),
          page: event.page,
        }),
      };
    case 'document-voided':
      return withMore(
        { kind: 'note', act: t('event.voided', { form: formName(event.form, telling) }) },
        event.reason,
      );
    case 'document-made':
      return withMore(
        {
          kind: 'note',
          act: t(event.outside ? 'event.outside' : 'event.made', { form: formName(event.form, telling) }),
        },
        event.outside?.reason,
      );
    case 'document-printed': {
      const told = { form: formName(event.form, telling), count: event.copies };
      // Of the prints that came out, the first is no reprint; here every later one is told by its number.
      const again = event.nth > 1 ? t('event.printedAgain', { nth: event.nth }) : undefined;
      const onForm = event.preprinted ? t('event.preprinted') : undefined;
      return withMore({ kind: 'note', act: t('event.printed', told) }, again, onForm);
    }
    case 'attachment-added': {
      const act = t(event.recorded ? 'event.recorded' : 'event.attached');
      return withMore({ kind: 'note', act }, attachmentName(event.name, telling));
    }
    case 'attachment-described':
      return withMore(
        { kind: 'note', act: t('event.attachmentDescribed') },
        attachmentName(event.name, telling),
        telling.covered.fields.size > 0 ? undefined : event.remark,
      );
    case 'attachment-removed': {
      const name = attachments.get(event.attachment) ?? '';
      return withMore(
        { kind: 'note', act: t('event.attachmentRemoved') },
        attachmentName(name, telling),
        event.reason,
      );
    }
    case 'identity-opened':
      return withMore({ kind: 'note', act: t('event.identityOpened') }, event.reason);
    case 'print-withdrawn': {
      const told = { form: formName(event.form, telling), nth: event.nth };
      return { kind: 'note', act: t('event.notOut', told) };
    }
    default:
      return assertNever(event);
  }
}

const spoken = (at: Instant, { today, language, t }: Telling): string =>
  dateOf(at) === today
    ? t('todayAt', { time: timeOf(at) })
    : `${writtenDay(dateOf(at), language)} ${timeOf(at)}`;

/** Every event with what stood in the fields before it. */
function withValuesBefore(events: readonly CaseEvent[]) {
  let values: Values = {};
  return events.map(event => {
    const before = values;
    const changes =
      event.type === 'registered' || event.type === 'step-taken' || event.type === 'fields-changed';
    if (changes) values = { ...values, ...event.values };
    return { event, before };
  });
}

/** The history of a case as people tell it, the newest first. */
export const timelineEntries = (events: readonly CaseEvent[], telling: Telling): readonly TimelineEntry[] => {
  const [matters, attachments] = [mattersOf(events), attachmentNames(events)];
  return withValuesBefore(events)
    .map(({ event, before }) => ({
      id: event.id,
      time: spoken(event.at, telling),
      dateTime: event.at,
      person: event.by.name,
      ...tell(event, { before, matters, attachments }, telling),
    }))
    .reverse();
};
