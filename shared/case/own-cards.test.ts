import { describe, expect, it } from 'vitest';
import { err, expectOk } from '#shared/core/result.ts';
import { at, deciding, foundedOffice } from '#shared/fixtures/community.ts';
import type { GuidanceCard } from '#shared/procedure/guidance.schema.ts';
import { Batch } from './batch.ts';
import { decideOffice } from './office.decide.ts';
import { MOST_CARD_LETTERS } from './office.events.ts';
import { evolveOffice, type OfficeState } from './office.state.ts';
import { officeCards } from './own-cards.ts';

const card = (id: string, editable: boolean): GuidanceCard => ({
  ...{ id, title: { zh: id }, kind: 'word-list', steps: ['close'], editable },
  lines: [{ zh: '原件的一行', en: 'A line of the source' }],
});
const CARDS = [card('open', true), card('fixed', false)];

const attempt = (text: string | null, id = 'open', office = foundedOffice()) =>
  decideOffice(office, { type: 'write-card', pack: 'sample', card: id, text }, deciding());
const write = (office: OfficeState, text: string | null, id = 'open'): OfficeState =>
  expectOk(attempt(text, id, office)).reduce<OfficeState>(evolveOffice, office);
const linesOf = (office: OfficeState, pack = 'sample') =>
  officeCards(pack, CARDS, office).map(({ lines }) => lines.map(({ zh }) => zh));

describe('a card that a pack leaves to the office', () => {
  it('has a line for each line that the office wrote, with who did and when', () => {
    const office = write(foundedOffice(), ' 友好\n\n  公平\n友好 ');
    expect(linesOf(office)).toEqual([['友好', '公平', '友好'], ['原件的一行']]);
    expect(officeCards('sample', CARDS, office)[0]).toMatchObject({
      own: { text: '友好\n\n  公平\n友好', by: '王登记', at: at('2026-10-08T09:30') },
      steps: ['close'],
    });
  });

  it('has the last text, and that of the pack once it was given back or nothing was written', () => {
    const office = write(write(foundedOffice(), '甲'), '乙');
    expect(linesOf(office)[0]).toEqual(['乙']);
    expect(linesOf(write(office, null))[0]).toEqual(['原件的一行']);
    expect(linesOf(write(office, ' \n '))[0]).toEqual(['原件的一行']);
  });

  it('is no other of the same name in another pack, and none that the pack does not leave open', () => {
    const office = write(write(foundedOffice(), '甲'), '乙', 'fixed');
    expect(linesOf(office, 'other')[0]).toEqual(['原件的一行']);
    expect(linesOf(office)[1]).toEqual(['原件的一行']);
  });

  it('takes a long text, which the journal accepts, and refuses an endless one', () => {
    const events = expectOk(attempt('话'.repeat(MOST_CARD_LETTERS)));
    expect(Batch.safeParse({ v: 1, events }).success).toBe(true);
    expect(attempt('话'.repeat(MOST_CARD_LETTERS + 1))).toEqual(
      err({ code: 'office/card-too-long', longest: MOST_CARD_LETTERS }),
    );
  });

  it('is written by an administrator', () => {
    const command = { type: 'write-card', pack: 'sample', card: 'open', text: '甲' } as const;
    expect(decideOffice(foundedOffice(), command, deciding({ roles: ['registrar'] }))).toEqual(
      err({ code: 'case/role', role: 'administrator' }),
    );
  });
});
