// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { PrintActs, type PrintersKnown } from './print-acts.tsx';
import type { Printing } from './use-printing.ts';

const IDLE = { busy: null, outcome: null } as unknown as Printing;

const show = (printers: PrintersKnown, ready = true) =>
  renderUi(
    <PrintActs
      {...{ printers, ready, printing: IDLE, copies: 1 }}
      onPrint={() => undefined}
      onSave={() => undefined}
    />,
  );
const canPress = (name: RegExp) =>
  screen.getByRole('button', { name }).getAttribute('aria-disabled') !== 'true';

it('a paper cannot be printed before it is known which printers there are, and can be saved', () => {
  show('unknown');
  expect(canPress(/^打印 1 份/)).toBe(false);
  expect(canPress(/^存 PDF/)).toBe(true);
});

it('a paper that is set is printed and saved where there is a printer', () => {
  show('some');
  expect(canPress(/^打印 1 份/)).toBe(true);
  expect(canPress(/^存 PDF/)).toBe(true);
});

it('where there is no printer it is only saved, and before it is set nothing is done', () => {
  show('none', false);
  expect(screen.queryByRole('button', { name: /^打印/ })).toBeNull();
  expect(canPress(/^存 PDF/)).toBe(false);
});
