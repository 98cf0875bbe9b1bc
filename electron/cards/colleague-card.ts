import { OfficeCard } from '#shared/bundle/office-card.schema.ts';
import { colleagueOf } from '#shared/case/transfer.state.ts';
import { ok } from '#shared/core/result.ts';
import { isRecipient } from '../bundles/age.identity.ts';
import { parsePublicKey } from '../keys/minisign.ts';
import { tail } from './card-doubt.ts';
import type { CardKind } from './card.kind.ts';

const isSameKeys = (one: OfficeCard, other: OfficeCard): boolean =>
  one.signing_key === other.signing_key && one.transfer_recipient === other.transfer_recipient;

/** 其他单位的名片: whom cases are sealed for, and who may send some here. */
export const COLLEAGUE_CARD: CardKind<OfficeCard> = {
  file: {
    title: '选对方单位的名片 office.json',
    schema: OfficeCard.refine(({ signing_key: key }) => parsePublicKey(key).ok),
    ...{ gone: 'transfers/no-card', bad: 'transfers/bad-card' },
  },
  standing: (office, { code }) => colleagueOf(office, code)?.card,
  refusal: (office, { code, transfer_recipient: recipient }) => {
    if (code === office.code) return 'transfers/own-card';
    if (recipient === undefined) return 'transfers/old-card';
    return isRecipient(recipient) ? undefined : 'transfers/bad-card';
  },
  isSameHands: isSameKeys,
  isKnown: (standing, read) => isSameKeys(standing, read) && standing.name === read.name,
  question: (standing, read) => ({
    code: 'transfers/other-colleague',
    detail: {
      ...{ code: read.code, oldName: standing.name, newName: read.name },
      ...{ oldSigning: tail(standing.signing_key), newSigning: tail(read.signing_key) },
      oldTransfer: tail(standing.transfer_recipient ?? ''),
      newTransfer: tail(read.transfer_recipient ?? ''),
    },
  }),
  enrolment: (_, card) => Promise.resolve(ok({ type: 'colleague-enrolled', card })),
};
