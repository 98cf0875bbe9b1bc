import { describe, expect, it } from 'vitest';
import { foot, paper, part, titlePara } from '#shared/documents/paper.build.ts';
import { CHANNELS } from '#shared/ipc/channels.ts';
import { makePrintDocuments } from '../printing/print-documents.ts';
import { sampleRefusal } from './sample.refusals.ts';
import { stamped, stampedPaper } from './sample.stamp.ts';

describe('a paper of the sample office', () => {
  it('is served with its words in the style of every page, and otherwise as it is', () => {
    const real = makePrintDocuments();
    const published = stamped(real).publish({ html: '<p>样</p>', css: 'p { margin: 0; }' });
    expect(real.findPrintFile(published.url)?.body).toBe('<p>样</p>');
    const css = String(real.findPrintFile(published.url.replace('paper.html', 'sheet.css'))?.body);
    expect(css).toMatch(/^p \{ margin: 0; \}/);
    expect(css).toContain('不作正式');
  });

  it('says so first at the foot of its copy for Word', () => {
    const made = paper('form', {
      id: 'x',
      title: '表',
      parts: [part([titlePara('表')])],
      foot: foot({ label: ['编号 1'] }),
    });
    expect(stampedPaper(made).foot.label).toEqual(['样本 — 不作正式使用', '编号 1']);
  });
});

describe('the sample office', () => {
  it('refuses whatever goes to headquarters or other offices or comes from there, and nothing else', () => {
    const refused = CHANNELS.filter(name => sampleRefusal(name)?.code === 'sample/not-handed-over');
    expect(refused).toEqual(
      CHANNELS.filter(name => /^(bundles|cards|drives|orders|outbox|transfers):(?!cancel)/.test(name)),
    );
  });
});
