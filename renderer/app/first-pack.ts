import type { Text } from '#shared/core/text.ts';

/** The pack a new office begins with: packs themselves are read once the ledger is open. */
export const FIRST_PACK: { readonly id: string; readonly name: Text } = {
  id: 'phoenix-community',
  name: { zh: '凤凰社区群众投诉及反馈意见登记', en: "Residents' complaints and feedback" },
};
