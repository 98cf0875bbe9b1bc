import type { Expectation } from '#shared/case/example.schema.ts';
import { dateOf } from '#shared/core/instant.ts';
import { valueInWords } from '#shared/procedure/field.kinds.ts';
import type { Limit, Trigger } from '#shared/procedure/limit.schema.ts';
import { getField, getState, getTrack } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { CasePage } from '../pages/case.page.ts';

export interface Looked {
  readonly procedure: Procedure;
  readonly expected: Expectation;
  /** Forms that were not printed here although the example prints them: what hangs on them is not looked at. */
  readonly unprinted: ReadonlySet<string>;
}

type Look = (page: CasePage, looked: Looked) => Promise<readonly string[]>;

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Numbers run on from pack to pack: the last figure of one may be any. */
const likeNumber = (number: string): RegExp => {
  const [, head = '', tail = ''] = /^(.*?)\d+(\D*)$/u.exec(number) ?? [];
  return new RegExp(`${literally(head)}\\d+${literally(tail)}`, 'u');
};

const MARKS: Readonly<Record<string, RegExp>> = {
  running: /还有|今天/,
  overdue: /逾期/,
  paused: /中止计时/,
  met: /按时办结/,
  'met-late': /晚.+办结/,
  reminder: /没有定天数/,
  lapsed: /过期没有行使/,
  stopped: /没有时限/,
  'not-begun': /还没开始/,
};

const hangsOn = ({ starts, ends, stops, pauses }: Limit, unprinted: ReadonlySet<string>): boolean =>
  [...starts, ...ends, ...stops, ...pauses.flatMap(({ from, to }): Trigger[] => [from, to])].some(
    trigger => 'printed' in trigger && unprinted.has(trigger.printed),
  );

const states: Look = async (page, { procedure, expected }) => {
  const shown = (await page.state()).split('；');
  return Object.entries(expected.states ?? {}).flatMap(([track, state]) => {
    if (state === 'none') return [];
    const name = getState(procedure, getTrack(procedure, track).id, state).name.zh;
    return shown.includes(name) ? [] : [`状态应有“${name}”，屏幕上是“${shown.join('；')}”`];
  });
};

const number: Look = async (page, { expected }) => {
  if (expected.number === undefined) return [];
  const shown = await page.number();
  return likeNumber(expected.number).test(shown) ? [] : [`编号应像 ${expected.number}，屏幕上是 ${shown}`];
};

const severity: Look = async (page, { procedure, expected }) => {
  if (expected.severity === undefined) return [];
  const name = procedure.severity?.classes.find(({ id }) => id === expected.severity)?.name.zh ?? null;
  const shown = await page.severity();
  return shown === name ? [] : [`等级应为 ${name ?? '没有'}，屏幕上是 ${shown ?? '没有'}`];
};

const level: Look = async (page, { procedure, expected }) => {
  if (expected.level === undefined) return [];
  const reached = page
    .section('逐级升级')
    .getByRole('listitem')
    .filter({ hasText: /接手|该报到这一级/ });
  const to = procedure.escalation?.levels.find(({ id }) => id === expected.level)?.to.zh;
  const shown = (await reached.count()) > 0 ? await reached.last().innerText() : '';
  const holds = to === undefined ? shown === '' : shown.startsWith(to);
  return holds ? [] : [`升级应到 ${to ?? '还没有'}，屏幕上是“${shown}”`];
};

const limits: Look = async (page, { procedure, expected, unprinted }) => {
  const wrong: string[] = [];
  for (const [id, wanted] of Object.entries(expected.limits ?? {})) {
    const limit = procedure.limits.find(each => each.id === id);
    if (!limit || hangsOn(limit, unprinted)) continue;
    const { due, status, extended } = typeof wanted === 'string' ? { due: wanted } : wanted;
    const shown = page.limit(limit.name.zh);
    const say = (what: string, found: string): void =>
      void wrong.push(`${id}“${limit.name.zh}”应${what}，屏幕上是“${found}”`);
    if ((await shown.count()) === 0) {
      if (due != null || (status !== undefined && !['not-begun', 'not-applied'].includes(status)))
        say(`有 ${due ?? status ?? ''}`, '没有这个时限');
      continue;
    }
    const text = (await shown.innerText()).replaceAll('\n', ' ');
    if (status === 'not-applied') say('没有', text);
    else if (status !== undefined && !MARKS[status]?.test(text)) say(`是 ${status}`, text);
    if (extended === true && !text.includes('原来是')) say('已延期', text);
    // Of what nobody waits for any more no day is shown.
    if (due === undefined || status === 'stopped') continue;
    const time = shown.locator('time');
    const found = (await time.count()) > 0 ? await time.first().getAttribute('datetime') : null;
    const same =
      due === null || found === null
        ? found === due
        : due.length === 10
          ? found.length === 10
            ? found === due
            : dateOf(found as never) === due
          : found.slice(0, 16) === due.slice(0, 16);
    if (!same) say(`到 ${due ?? '还不知道哪天'}`, `${text} ${found ?? ''}`);
  }
  return wrong;
};

const owed: Look = async (page, { expected, unprinted, procedure }) => {
  if (expected.owed === undefined) return [];
  const lines = await page.section('文书').getByRole('listitem').filter({ hasText: '要出' }).allInnerTexts();
  const shown = procedure.forms.filter(({ id }) =>
    lines.some(line => new RegExp(`(?<![A-Z0-9-])${id}(?![0-9A-Z])`).test(line)),
  );
  const ids = (all: readonly string[]): string =>
    all
      .filter(id => !unprinted.has(id))
      .sort()
      .join('、');
  const found = ids(shown.map(({ id }) => id));
  return found === ids(expected.owed) ? [] : [`要出的应是“${ids(expected.owed)}”，屏幕上是“${found}”`];
};

const papers: Look = async (page, { expected, unprinted }) => {
  const wrong: string[] = [];
  for (const [form, wanted] of Object.entries(expected.papers ?? {})) {
    if (wanted === null || wanted === '' || unprinted.has(form)) continue;
    const line = await (await page.paper(form)).innerText();
    // A paper under the number of its case shows no other.
    if (!likeNumber(wanted).test(line) && !likeNumber(wanted).test(await page.number()))
      wrong.push(`${form} 的文号应像 ${wanted}，屏幕上是“${line}”`);
  }
  return wrong;
};

const archive: Look = async (page, { procedure, expected, unprinted }) => {
  if (expected.archive_missing === undefined) return [];
  const looked = (procedure.archive?.contents ?? []).filter(
    ({ printed }) => printed === undefined || !unprinted.has(printed),
  );
  const wrong: string[] = [];
  for (const { id, name } of looked) {
    const missing = page.section('案卷材料').getByRole('button', { name: `${name.zh}已在卷里`, exact: true });
    if ((await missing.count()) > 0 !== expected.archive_missing.includes(id))
      wrong.push(`案卷材料“${name.zh}”应${expected.archive_missing.includes(id) ? '缺' : '不缺'}`);
  }
  return wrong;
};

const steps: Look = async (page, { procedure, expected }) => {
  const wrong: string[] = [];
  const twice = (name: string): boolean => procedure.steps.filter(each => each.name.zh === name).length > 1;
  for (const { id, name } of procedure.steps) {
    const wanted = expected.permitted?.includes(id) === true;
    if (!wanted && expected.not_permitted?.includes(id) !== true) continue;
    if (twice(name.zh)) continue;
    if ((await page.stepButton(name.zh).count()) > 0 !== wanted)
      wrong.push(`步骤“${name.zh}”应${wanted ? '能' : '不能'}走`);
  }
  return wrong;
};

const values: Look = async (page, { procedure, expected }) => {
  if (expected.values === undefined) return [];
  const plain = (text: string): string => text.replace(/\s/g, '');
  const shown = plain(await page.page.getByRole('region', { name: '登记内容' }).innerText());
  return Object.entries(expected.values).flatMap(([key, value]) => {
    const field = getField(procedure, key);
    const words = valueInWords(field, value, 'zh-CN');
    const told = `${field.label.zh}${words}`;
    const covered =
      procedure.confidentiality?.fields.includes(key) && shown.includes(`${field.label.zh}已保密`);
    return words === '' || covered || shown.includes(plain(told)) ? [] : [`登记内容应有“${told}”`];
  });
};

const LOOKS: readonly Look[] = [
  states,
  number,
  severity,
  level,
  limits,
  owed,
  papers,
  archive,
  steps,
  values,
];

/** What the screen shows otherwise than the example expects, a sentence each. */
export async function differencesOnScreen(page: CasePage, looked: Looked): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const look of LOOKS) wrong.push(...(await look(page, looked)));
  return wrong;
}
