import type { Example, ExampleLine, Expectation } from '#shared/case/example.schema.ts';
import { packNames, type PackNames } from '#shared/procedure/pack.names.ts';
import {
  readPackSource,
  reporter,
  type PackFault,
  type PackFileText,
  type Path,
  type Report,
} from '#shared/procedure/pack.source.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

interface Checking {
  readonly procedure: Procedure;
  readonly names: PackNames;
  readonly report: Report;
}

const keysAt = (values: object | undefined, at: Path, check: (key: string, path: Path) => unknown): void =>
  Object.keys(values ?? {}).forEach(key => check(key, [...at, key]));

const listAt = (
  list: readonly string[] | undefined,
  at: Path,
  check: (id: string, path: Path) => unknown,
): void => list?.forEach((id, place) => check(id, [...at, place]));

function checkLimitName({ procedure, report }: Checking, id: string, path: Path): void {
  if (!procedure.limits.some(limit => limit.id === id))
    report(path, `没有这个时限：${id}`, `no such limit: ${id}`);
}

function checkExpectation(checking: Checking, expected: Expectation, at: Path): void {
  const { procedure, names, report } = checking;
  for (const [id, state] of Object.entries(expected.states ?? {})) {
    const track = procedure.tracks.find(each => each.id === id);
    names.track(id, [...at, 'states', id]);
    if (track && state !== 'none' && !track.states.some(each => each.id === state))
      report([...at, 'states', id], `没有这个状态：${state}`, `no such state: ${state}`);
  }
  keysAt(expected.limits, [...at, 'limits'], (id, path) => checkLimitName(checking, id, path));
  keysAt(expected.papers, [...at, 'papers'], names.form);
  keysAt(expected.values, [...at, 'values'], names.field);
  listAt(expected.owed, [...at, 'owed'], names.casePaper);
  listAt(expected.permitted, [...at, 'permitted'], names.step);
  listAt(expected.not_permitted, [...at, 'not_permitted'], names.step);
  if (expected.severity !== undefined) names.severity(expected.severity, [...at, 'severity']);
  if (expected.level !== undefined && expected.level !== null) names.level(expected.level, [...at, 'level']);
}

function checkAct(checking: Checking, line: ExampleLine, at: Path): void {
  const { names } = checking;
  if ('register' in line) keysAt(line.register, [...at, 'register'], names.field);
  if ('change' in line) keysAt(line.change, [...at, 'change'], names.field);
  if ('values' in line) keysAt(line.values, [...at, 'values'], names.field);
  if ('step' in line) names.step(line.step, [...at, 'step']);
  if ('ask' in line) names.step(line.ask, [...at, 'ask']);
  if ('ask_extension' in line) checkLimitName(checking, line.ask_extension, [...at, 'ask_extension']);
  if ('ask_unsigned' in line) names.casePaper(line.ask_unsigned, [...at, 'ask_unsigned']);
  if ('waive' in line) names.casePaper(line.waive, [...at, 'waive']);
  if ('print' in line) names.casePaper(line.print, [...at, 'print']);
  if ('sign' in line) names.casePaper(line.sign, [...at, 'sign']);
  if ('void' in line) names.casePaper(line.void, [...at, 'void']);
  if ('extend' in line) checkLimitName(checking, line.extend, [...at, 'extend']);
  if ('classify' in line) names.severity(line.classify, [...at, 'classify']);
  if ('take_on' in line) names.level(line.take_on, [...at, 'take_on']);
}

/** What an example speaks of must be in its pack; a line that must be refused may ask for anything. */
export function nameFaults(
  file: PackFileText,
  example: Example,
  procedure: Procedure,
  formIds: readonly string[],
): readonly PackFault[] {
  const faults: PackFault[] = [];
  const report = reporter(readPackSource(file), faults);
  const registers = procedure.forms.filter(({ sheet }) => sheet === 'register').map(({ id }) => id);
  const checking = { procedure, report, names: packNames(procedure, { all: formIds, registers }, report) };
  example.lines.forEach((line, index) => {
    if (line.refused === undefined) checkAct(checking, line, ['lines', index]);
    if (line.expect) checkExpectation(checking, line.expect, ['lines', index, 'expect']);
  });
  return faults;
}
