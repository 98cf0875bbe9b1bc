import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectOk } from '#shared/core/result.ts';
import { loadPack } from './pack.load.ts';
import type { PackFileText } from './pack.source.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const root = path.resolve('resources/procedures/phoenix-community');
const files = (): PackFileText[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .map(name => ({
      path: name.split(path.sep).join('/'),
      text: readFileSync(path.join(root, name), 'utf8'),
    }));

const withChange = (file: string, from: string, to: string): PackFileText[] => {
  const changed = files().map(entry =>
    entry.path === file ? { ...entry, text: entry.text.replace(from, to) } : entry,
  );
  expect(changed).not.toEqual(files());
  return changed;
};

const faultsOf = (pack: readonly PackFileText[]) => {
  const result = loadPack(pack, sha256);
  return result.ok ? [] : result.error.map(fault => `${fault.file}:${fault.line} ${fault.message.zh}`);
};

describe('the pack loader', () => {
  it('reads the procedure of a community office', () => {
    const procedure = expectOk(loadPack(files(), sha256));
    expect(procedure.forms.map(form => form.id)).toEqual(['PHX-01']);
    expect(procedure.steps.map(step => step.name.zh).slice(0, 2)).toEqual(['受理', '交办']);
    expect(procedure.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives another hash to a pack in which one character was changed', () => {
    const before = expectOk(loadPack(files(), sha256)).hash;
    const after = expectOk(loadPack(withChange('procedure.yaml', '写受理意见', '写下受理意见'), sha256)).hash;
    expect(after).not.toBe(before);
  });

  const main = 'procedure.yaml';
  const form = 'forms/PHX-01.yaml';
  const faults: [what: string, file: string, from: string, to: string, sentence: RegExp, where?: string][] = [
    ['a step to an unknown state', main, 'to: accepted', 'to: nowhere', /没有这个状态：nowhere/],
    ['a step on an unknown track', main, 'track: main', 'track: side', /没有这条线：side/],
    [
      'a state nobody can leave',
      main,
      'from: [replied]',
      'from: [closed]',
      /走到“待回访”就走不出去了/,
      'id: replied',
    ],
    [
      'a limit started by an unknown step',
      main,
      'starts: [{ step: reply }]',
      'starts: [{ step: answer }]',
      /没有这个步骤：answer/,
    ],
    ['a field defined twice', main, 'key: request', 'key: facts', /“facts”写了两次/],
    [
      'a condition on an unknown field',
      main,
      'field: keep_secret, is',
      'field: secret, is',
      /没有这个字段：secret/,
    ],
    ['an unknown form', main, 'form: PHX-01', 'form: PHX-02', /没有这张表单：PHX-02/],
    ['an enum without options', main, 'type: phone', 'type: enum', /enum 要有 options/],
    ['a limit in an unknown unit', main, 'unit: working-days', 'unit: fortnights', /只能是 minutes、/],
    ['a misspelt key', main, 'likely: true', 'likly: true', /不认识的项 likly/],
    ['a number pattern without a number', main, '{n:4}', '', /编号式样里要有 \{n\}/],
    ['broken YAML', main, 'id: phoenix-community', 'id: [', /不是合法的 YAML/],
    [
      'validity that ends before it begins',
      main,
      'valid_to: null',
      'valid_to: 1999-01-01',
      /失效日期早于生效日期/,
    ],
    [
      'a row that is too wide',
      form,
      'field: intake_channel, cols: 3',
      'field: intake_channel, cols: 4',
      /这一行占 5 列，应占 4 列/,
    ],
    ['columns of the wrong width', form, '[28, 45, 25, 58]', '[28, 45, 25, 60]', /158 毫米，应为 156 毫米/],
    ['a cell with an unknown field', form, 'field: category', 'field: kind', /没有这个字段：kind/],
    [
      'a title that nothing fills',
      form,
      '{setting:community_name}',
      '{setting:town}',
      /不知道用什么填 \{setting:town\}/,
    ],
    [
      'a cell that is two things',
      form,
      '- field: matter_kind',
      '- { field: matter_kind, sign: { zh: 签 } }',
      /一个格子只能有/,
    ],
  ];

  it.each(faults)('finds %s, with the line it stands on', (_what, file, from, to, sentence, where = from) => {
    const line = files()
      .find(entry => entry.path === file)!
      .text.split(where)[0]!
      .split('\n').length;
    const found = faultsOf(withChange(file, from, to)).filter(fault => sentence.test(fault));
    expect(found).not.toHaveLength(0);
    const lines = found.map(fault => Number(/:(\d+) /.exec(fault)?.[1]));
    expect(Math.min(...lines.map(found => Math.abs(found - line)))).toBeLessThanOrEqual(3);
  });

  it('says so when the procedure itself is missing', () => {
    expect(faultsOf(files().filter(file => file.path !== main))).toEqual([
      'procedure.yaml:1 规程包里没有 procedure.yaml',
    ]);
  });

  it('reports several faults at once', () => {
    const broken = withChange(form, 'field: category', 'field: kind').map(entry =>
      entry.path === main ? { ...entry, text: entry.text.replace('to: accepted', 'to: nowhere') } : entry,
    );
    expect(faultsOf(broken).length).toBeGreaterThanOrEqual(2);
  });
});
