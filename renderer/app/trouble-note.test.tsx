// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk } from '#renderer/db/live/desk.types.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import type { Language } from '#shared/core/text.ts';
import { TroubleNote } from './trouble-note.tsx';

const brokenPacks = [
  {
    ...{ pack: 'sample-water', file: 'procedure.yaml', line: 12 },
    message: { zh: '没有写名称', en: 'the name is missing' },
  },
  {
    ...{ pack: 'sample-gas', file: 'forms/GAS-01.yaml', line: 3 },
    message: { zh: '不认识的项 colour', en: 'unknown key colour' },
  },
];

function open(language: Language): void {
  const state = {
    ...{ phase: 'open' as const, trouble: { code: 'journal/torn-tail', seq: 4 }, brokenPacks },
    boot: { version: '0.1.0', office: null },
  };
  // Only what this page uses of a desk stands here.
  const desk = { getState: () => state, subscribe: () => () => undefined } as unknown as Desk;
  renderUi(
    <DeskContext value={desk}>
      <TroubleNote onRead={() => undefined} />
    </DeskContext>,
    { language },
  );
}

describe('what was wrong when the ledger opened', () => {
  it.each([
    ['zh-CN', '没有写名称', '不认识的项 colour', '有一笔没有写完'],
    ['en', 'the name is missing', 'unknown key colour', 'not finished'],
  ] as const)(
    'is told of the journal and of every broken pack, in %s',
    (language, first, second, journal) => {
      open(language);
      const [ofJournal, water, gas, ...more] = screen.getAllByRole('alert');
      expect(more).toEqual([]);
      expect(ofJournal?.textContent).toContain(journal);
      for (const [alert, pack, place, fault] of [
        [water, 'sample-water', 'procedure.yaml:12', first],
        [gas, 'sample-gas', 'forms/GAS-01.yaml:3', second],
      ] as const) {
        expect(within(alert!).getByRole('heading').textContent).toContain(pack);
        expect(alert!.textContent).toContain(place);
        expect(alert!.textContent).toContain(fault);
      }
    },
  );
});
