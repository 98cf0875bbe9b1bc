import type { CaseLine } from '#shared/bundle/case-line.schema.ts';
import type { EventToLink } from '#shared/bundle/event-chain.ts';
import { sealedCode, sealedValues, sealedWords } from '#shared/bundle/sealing.ts';
import { extensionOf } from '#shared/attachments/attachment.media.ts';
import { liveAttachments } from '#shared/case/attachment.evolve.ts';
import type { DeskEvent } from '#shared/case/batch.ts';
import { clocksOf, type ClockContext } from '#shared/case/clocks.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { coveredValues, identityCover, sealedOriginals } from './covered.texts.ts';
import type { LeavingAttachments } from './bundle.attachments.ts';
import { signedWords, type SignedCopies } from './bundle.signed.ts';
import type { Survey } from './ledger.survey.ts';

export type Seal = (text: string) => Promise<string>;

/** One case as it leaves: state, deadlines and fields, the hidden ones sealed. */
export async function caseLine(
  state: CaseState,
  survey: Survey,
  {
    leaving,
    names,
    ...context
  }: ClockContext & Pick<LeavingAttachments, 'leaving'> & Pick<SignedCopies, 'names'>,
  seal: Seal,
): Promise<CaseLine> {
  const procedure = survey.procedureOf(state);
  const hidden = survey.isHidden(state);
  const code = sealedCode(procedure, state.number);
  const attachments = await Promise.all(
    liveAttachments(state).map(async ({ id, kind, name, media, sha256, bytes }) => {
      const file = leaving.get(sha256);
      return {
        ...{ id, kind, media, bytes, sha256 },
        name: hidden ? await sealedWords(name, code, seal) : name,
        // What headquarters gets instead of the original. Of a hidden person there is none.
        ...(file && !hidden ? { file: `${file.sha256}.${extensionOf(media)}` } : {}),
      };
    }),
  );
  const { values, originals } = hidden
    ? coveredValues(procedure, state.values, identityCover(procedure, state.values))
    : { values: state.values, originals: {} };
  const texts = await sealedOriginals(originals, code, seal);
  return {
    id: state.id,
    number: state.number,
    procedure: state.procedure,
    received_at: state.receivedAt,
    registered_at: state.registeredAt,
    state: Object.fromEntries(Object.entries(state.tracks).map(([track, { state: at }]) => [track, at])),
    deadlines: clocksOf(procedure, state, context).map(clock => ({
      limit: clock.limit.id,
      name: clock.limit.name.zh,
      status: clock.status,
      due: clock.counted?.dueDate ?? null,
      provisional: (clock.counted?.unknownYears.length ?? 0) > 0,
    })),
    fields: hidden ? await sealedValues(procedure, values, code, seal) : values,
    ...(texts ? { sealed_texts: texts } : {}),
    documents: await Promise.all(
      state.documents.map(async document => {
        const { id, form, sha256, pages, mark, outside } = document;
        return {
          ...{ id, form, sha256, pages, mark },
          ...(outside ? { outside: { replaces: outside.replaces } } : {}),
          ...(await signedWords(document, { names, hidden, code, seal })),
        };
      }),
    ),
    ...(attachments.length > 0 ? { attachments } : {}),
    last_event: state.seq,
  };
}

/** Notes and reasons, without the words that tell whom the case hides. */
function coveredWords(event: DeskEvent, cover: (text: string) => string): DeskEvent {
  const covered: Record<string, string> = {};
  for (const key of ['text', 'reason', 'remark'] as const) {
    const words: unknown = Reflect.get(event, key);
    if (typeof words === 'string') covered[key] = cover(words);
  }
  return { ...event, ...covered };
}

async function sealedEvent(told: DeskEvent, state: CaseState, survey: Survey, seal: Seal) {
  const procedure = survey.procedureOf(state);
  const code = sealedCode(procedure, state.number);
  const said = 'values' in told ? told.values : {};
  const cover = identityCover(procedure, state.values, said);
  const event = coveredWords(told, cover);
  if ('values' in event) {
    const covered = coveredValues(procedure, event.values, cover);
    const values = await sealedValues(procedure, covered.values, code, seal);
    if (event.type !== 'registered' || event.brought?.rest === undefined) return { ...event, values };
    // Whatever stood in the other columns of an old ledger may name whom the case hides.
    const rest = await sealedWords(event.brought.rest, code, seal);
    return { ...event, values, brought: { ...event.brought, rest } };
  }
  if (event.type === 'signed-on-pad')
    return { ...event, signer: await sealedWords(event.signer, code, seal) };
  if (event.type === 'attachment-added' || event.type === 'attachment-described')
    return {
      ...event,
      name: await sealedWords(event.name, code, seal),
      ...(event.remark ? { remark: await sealedWords(event.remark, code, seal) } : {}),
    };
  return { ...event };
}

/** Every event since the last bundle, in journal order. */
export async function* eventLines(survey: Survey, seal: Seal): AsyncGenerator<EventToLink> {
  for (const { journal, event } of survey.told) {
    const state = event.stream === 'case' ? survey.cases.get(event.case)?.state : undefined;
    const hidden = state !== undefined && survey.isHidden(state);
    yield { journal, event: hidden ? await sealedEvent(event, state, survey, seal) : { ...event } };
  }
}
