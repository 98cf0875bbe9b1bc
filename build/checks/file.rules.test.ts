import { describe, expect, it } from 'vitest';
import { countLines, hasLimit, machinePathFaults, nameFaults, wordFaults } from './file.rules.ts';

describe('the length of a file', () => {
  it('is its lines, with or without a last line feed', () => {
    expect(countLines('')).toBe(1);
    expect(countLines('a\nb\n')).toBe(2);
    expect(countLines('a\nb')).toBe(2);
  });

  it('has no limit where a machine wrote it or it is data', () => {
    expect(hasLimit('package-lock.json')).toBe(false);
    expect(hasLimit('resources/procedures/a/procedure.yaml')).toBe(false);
    expect(hasLimit('shared/case/decide.ts')).toBe(true);
    expect(hasLimit('resources/papers/paper.css')).toBe(true);
  });
});

describe('the name of a file', () => {
  it.each([
    'shared/case/case.rules.ts',
    'electron/main.ts',
    '.github/workflows/ci.yml',
    '.prettierrc.json',
    'renderer/i18n/zh-CN/ui.ts',
    'resources/procedures/phoenix-community/forms/PHX-01.yaml',
    'docs/adr/0001-one-house-and-layers.md',
    'renderer/ui/README.md',
    'build/papers/one_code_point.py',
  ])('may be %s', path => {
    expect(nameFaults(path)).toStrictEqual([]);
  });

  it.each([
    'shared/caseRules.ts',
    'renderer/ui/Button.tsx',
    'shared/case_rules.ts',
    'shared/My Folder/a.ts',
    'resources/procedures/a/forms/Some-Form.yaml',
  ])('may not be %s', path => {
    expect(nameFaults(path)).toHaveLength(1);
  });
});

describe('a path of one machine', () => {
  const faults = (text: string) => machinePathFaults({ path: 'a.ts', text });
  const top = (name: string) => `/${name}`;

  it.each(['root', 'work', 'home/somebody'])('is noticed under /%s', name => {
    expect(faults(`const a = '${top(name)}/main';`)).toHaveLength(1);
    expect(faults(`see\n${top(name)}`)).toStrictEqual([`a.ts:2: a path of one machine: ${top(name)}`]);
  });

  it('is not seen in the end of a relative path or in a longer name', () => {
    expect(
      faults("'./work/a' `${folder}/work/b` 'a/root/b' '/workbench' 'https://example.cn/work/'"),
    ).toStrictEqual([]);
  });
});

describe('words in a component', () => {
  const faults = (text: string) => wordFaults({ path: 'a.tsx', text });

  it('are noticed in strings, templates and between tags', () => {
    expect(faults("const a = '保存';")).toStrictEqual(['a.tsx:1: Chinese text in a component: 保存']);
    expect(faults('const a = `第${n}页`;')).toHaveLength(2);
    expect(faults('const a = <b>\n  保存\n</b>;')).toHaveLength(1);
    expect(faults("const a = <b title='保存' />;")).toHaveLength(1);
  });

  it('are free in comments, and keys are no words', () => {
    expect(faults("// 调休\nconst a = t('case.save'); /* 保存 */")).toStrictEqual([]);
  });
});
