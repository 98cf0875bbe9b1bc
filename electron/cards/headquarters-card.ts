import { HeadquartersCard, withoutToken } from '#shared/bundle/headquarters-card.schema.ts';
import { err, ok } from '#shared/core/result.ts';
import { asFault } from '../ipc/handle.ts';
import { saveToken } from '../outbox/token.store.ts';
import { isSameCard, tail } from './card-doubt.ts';
import type { CardKind } from './card.kind.ts';

const shown = (prefix: 'old' | 'new', card: HeadquartersCard): Record<string, string> => ({
  [`${prefix}Name`]: card.name,
  [`${prefix}Address`]: card.address ?? '',
  [`${prefix}Signing`]: tail(card.signing_key),
  [`${prefix}Bundle`]: card.bundle_recipients.map(tail).join(' '),
  [`${prefix}Sealed`]: tail(card.sealed_recipient),
});

const isTheSame = (standing: HeadquartersCard, read: HeadquartersCard): boolean =>
  isSameCard(standing, withoutToken(read).card);

/** 总部名片: whom bundles, and the identities in them, are sealed for. */
export const HEADQUARTERS_CARD: CardKind<HeadquartersCard> = {
  file: {
    ...{ title: '选总部名片 headquarters.json', schema: HeadquartersCard },
    ...{ gone: 'bundles/no-card', bad: 'bundles/bad-card' },
  },
  standing: ({ headquarters }) => headquarters,
  refusal: () => undefined,
  isSameHands: isTheSame,
  // The same with a token is recorded too: whoever waits for one is woken by that.
  isKnown: (standing, read) => read.token === undefined && isTheSame(standing, read),
  question: (standing, read) => ({
    code: 'bundles/other-headquarters',
    detail: { ...shown('old', standing), ...shown('new', read) },
  }),
  // The token first: it is kept sealed and apart, since the card in the event goes wherever events go.
  enrolment: async ({ places, keys }, read) => {
    const { card, token } = withoutToken(read);
    const kept = token === undefined ? ok(null) : await saveToken(places, keys, token);
    return kept.ok ? ok({ type: 'headquarters-enrolled', card }) : err(asFault(kept.error));
  },
};
