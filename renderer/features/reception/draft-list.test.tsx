// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { at, communityProcedure } from '#shared/fixtures/community.ts';
import type { Values } from '#shared/procedure/values.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { DraftList } from './draft-list.tsx';

const procedure = communityProcedure();

const draft = (values: Values): Draft => ({
  id: 'D1',
  savedAt: at('2026-10-08T09:30'),
  content: { v: 1, procedure: procedure.id, values },
});

const show = (values: Values) =>
  renderUi(
    <DraftList
      drafts={[draft(values)]}
      procedure={procedure}
      language="zh-CN"
      onResume={() => undefined}
      onDrop={() => undefined}
    />,
  );

const WRITTEN = { complainant_name: '李样本', complainant_phone: '13800138000', facts: '楼道灯坏了。' };

describe('registrations somebody was called away from', () => {
  it('are told by who and what', () => {
    show(WRITTEN);
    expect(screen.getByRole('listitem').textContent).toMatch(/李样本.*楼道灯坏了/);
  });

  it('tell nothing of who asks for secrecy, and can be gone on with', () => {
    show({ ...WRITTEN, keep_secret: true });
    const { textContent } = screen.getByRole('listitem');
    expect(textContent).toContain(procedure.confidentiality?.code.zh);
    for (const value of Object.values(WRITTEN)) expect(textContent).not.toContain(value);
    expect(screen.getByRole('button', { name: /接着/ })).toBeDefined();
  });
});
