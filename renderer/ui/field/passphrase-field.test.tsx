// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { PassphraseField } from './passphrase-field.tsx';

describe('the field for a passphrase', () => {
  it('is a text field, so that input methods stay on, and is covered until asked', async () => {
    renderUi(<PassphraseField label="口令" />);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: '口令' });
    expect(field.type).toBe('text');
    expect(field.dataset['covered']).toBe('true');
    await userEvent.click(screen.getByRole('button', { name: '显示口令' }));
    expect(field.dataset['covered']).toBeUndefined();
    await userEvent.click(screen.getByRole('button', { name: '遮住口令' }));
    expect(field.dataset['covered']).toBe('true');
  });

  it('lets nothing be copied out of it while it is covered', async () => {
    renderUi(<PassphraseField label="口令" defaultValue="门口石榴树三棵半" />);
    const field = screen.getByRole('textbox');
    expect([fireEvent.copy(field), fireEvent.cut(field)]).toEqual([false, false]);
    await userEvent.click(screen.getByRole('button', { name: '显示口令' }));
    expect(fireEvent.copy(field)).toBe(true);
  });

  it('is described by what makes a good one and by what is wrong', () => {
    renderUi(<PassphraseField label="口令" hint="至少 8 个字" error="口令不对" errorDetail="看看大写锁定" />);
    const field = screen.getByRole('textbox', { description: /至少 8 个字.*口令不对.*看看大写锁定/ });
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });
});
