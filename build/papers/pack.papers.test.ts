import { describe, expect, it } from 'vitest';
import { packPapers } from './pack.papers.ts';
import { procedurePacks } from './papers.command.ts';

const packs = procedurePacks();
const all = packs.flatMap(pack => packPapers(pack, ['sample', 'long', 'blank']));

describe('the papers that are printed to be looked at', () => {
  it('are every form of every procedure, in every fill, each with a code of its own', () => {
    const forms = packs.flatMap(({ procedure }) => procedure.forms);
    expect(all).toHaveLength(forms.length * 3);
    expect(new Set(all.map(({ paper }) => paper.id)).size).toBe(all.length);
  });

  it('hold nothing entered where they are empty', () => {
    const keys = all
      .filter(({ fill }) => fill === 'blank')
      .flatMap(({ procedure, paper }) => {
        const fields = procedure.fields.map(({ key }) => `"kind":"value","key":"${key}"`);
        return fields.filter(field => JSON.stringify(paper).includes(field));
      });
    expect(keys).toEqual([]);
  });

  it('write days in figures of one length in a register, and in words in a form', () => {
    const textOf = (id: string): string =>
      JSON.stringify(all.find(({ form, fill }) => form.id === id && fill === 'sample')?.paper);
    expect(textOf('YK-14')).toContain('2026-01-09 09:05');
    expect(textOf('YK-01')).toContain('2026年1月9日9时5分');
  });
});
