import { describe, expect, it } from 'vitest';
import { indexPage, NO_POPPLER, type PaperEntry } from './index.page.ts';

const entry: PaperEntry = {
  ...{ pack: 'samr-2019', packName: '市场监管', form: 'SAMR-01', name: '登记表', fill: 'sample', pages: 2 },
  ...{ faults: [], remarks: [], ms: 90, file: 'samr-2019/SAMR-01.sample.pdf' },
  thumbnails: ['samr-2019/SAMR-01.sample-1.png'],
};

describe('the list of printed forms', () => {
  it('links each paper and shows its pages, loading nothing from elsewhere', () => {
    const page = indexPage({ entries: [entry], wanted: 1, pictures: true });
    expect(page).toContain('href="samr-2019/SAMR-01.sample.pdf"');
    expect(page).toContain('src="samr-2019/SAMR-01.sample-1.png"');
    expect(page).not.toMatch(/https?:|<script/);
    expect(page).not.toContain(NO_POPPLER);
  });

  it('shows what is wrong, as text', () => {
    const page = indexPage({
      ...{ entries: [{ ...entry, faults: ['overlap: <b> / 甲'] }], wanted: 1, pictures: true },
    });
    expect(page).toContain('1 份有问题');
    expect(page).toContain('overlap: &lt;b&gt; / 甲');
  });

  it('says when it was stopped and when Poppler was not there', () => {
    const page = indexPage({ entries: [entry], wanted: 9, pictures: false });
    expect(page).toContain('要打 9 份');
    expect(page).toContain(NO_POPPLER);
  });
});
