// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { EXPORT_PHASES, type ExportProgress } from '#shared/bundle/export-progress.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { ExportBar } from './export-bar.tsx';

const show = (progress: ExportProgress | null, language: 'zh-CN' | 'en' = 'zh-CN') => {
  const { unmount } = renderUi(<ExportBar progress={progress} onCancel={() => undefined} />, { language });
  const bar = screen.getByRole('progressbar');
  const [now, words] = [bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuetext')];
  const name = bar.getAttribute('aria-labelledby') ?? '';
  const label = document.getElementById(name)?.textContent;
  unmount();
  return { now, words, label };
};

describe('the bar of an export', () => {
  it('says what is done and how much of how much, in percent and megabytes', () => {
    const progress: ExportProgress = { phase: 'copying', done: 256_300_000, total: 1_024_000_000 };
    expect(show(progress)).toEqual({
      label: '正在写到 U 盘',
      words: '25%（256.3／1,024 MB）',
      now: '256300000',
    });
    expect(show(progress, 'en').words).toBe('25% (256.3 of 1,024 MB)');
  });

  it('shows no share where nobody knows the whole', () => {
    expect(show(null)).toMatchObject({ label: '正在封包写入', now: null });
    expect(show({ phase: 'reports', done: 1, total: 0 })).toMatchObject({ words: '排好 1 份', now: null });
  });

  it('has words for every phase', () => {
    const labels = EXPORT_PHASES.map(phase => show({ phase, done: 1, total: 2 }).label);
    expect(new Set(labels).size).toBe(EXPORT_PHASES.length);
    for (const label of labels) expect(label).toMatch(/^正在/);
  });
});
