import { copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { enrolOffice } from '#electron/headquarters/hq.enrol.ts';
import { importMany } from '#electron/headquarters/import-many.ts';
import { readTextIfThere } from '#electron/headquarters/hq.init.ts';
import { DeskPage } from '../pages/desk.page.ts';
import { MonthPage } from '../pages/month.page.ts';
import { ProceduresPage } from '../pages/procedures.page.ts';
import { procedureName } from '../procedures/packs.ts';
import { answerDialogs, type Program } from '../program.ts';
import type { ScenarioFolders } from './folders.ts';
import type { Scenario, VerbName, VERBS } from './scenario.schema.ts';

export interface World {
  /** Another one after the program was started again. */
  program: Program;
  readonly folders: ScenarioFolders;
  readonly scenario: Scenario;
  /** Numbers by the names the file gives to its cases. */
  readonly numbers: Map<string, string>;
}

type Body<Name extends VerbName> = z.output<(typeof VERBS)[Name]> & Record<Name, unknown>;
type Act<Name extends VerbName> = (world: World, step: Body<Name>) => Promise<string>;

const numberOf = ({ numbers }: World, name: string): string => {
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`还没有登记过“${name}”`);
  return number;
};

const deskOf = ({ program }: World): DeskPage => new DeskPage(program.page);

/** Files the newest job of the folder printer under the name of its case and form. */
async function filePaper({ folders }: World, name: string, form: string): Promise<string> {
  const [job] = (await readdir(folders.printer))
    .filter(file => file.endsWith('.pdf'))
    .sort()
    .reverse();
  if (job === undefined) throw new Error('打印机没有收到文书');
  const home = path.join(folders.papers, name);
  await mkdir(home, { recursive: true });
  const earlier = (await readdir(home)).filter(file => file.startsWith(form)).length;
  const file = path.join(home, earlier === 0 ? `${form}.pdf` : `${form}-${earlier + 1}.pdf`);
  await rename(path.join(folders.printer, job), file);
  return path.relative(folders.dir, file);
}

async function inMonth(world: World): Promise<MonthPage> {
  await deskOf(world).go('月结与报送');
  return new MonthPage(world.program.page);
}

function matches(pattern: string, text: string): boolean {
  const [, expression] = /^\/(.*)\/$/.exec(pattern) ?? [];
  return expression === undefined ? pattern === text : new RegExp(expression).test(text);
}

function holdTrue(what: string, expected: string, found: string, holds: boolean): void {
  if (!holds) throw new Error(`${what}应为 ${expected}，现在是 ${found}`);
}

export const ACTS: { readonly [Name in VerbName]: Act<Name> } = {
  login: async (world, { login }) => {
    const person = world.scenario.people.find(({ name }) => name === login);
    if (!person) throw new Error(`people 里没有“${login}”`);
    const locked = await world.program.page.getByRole('button', { name: '打开台账' }).count();
    if (locked === 0) return '已经登录';
    await deskOf(world).unlock(person.name, person.passphrase);
    await world.program.page.getByRole('navigation', { name: '主导航' }).waitFor();
    return person.name;
  },
  lock: async world => {
    await deskOf(world).lock();
    return '';
  },
  procedures: async (world, { procedures }) => {
    const names = await Promise.all(procedures.map(procedureName));
    await new ProceduresPage(world.program.page).use(names);
    return names.join('、');
  },
  register: async (world, { register }) => {
    const desk = deskOf(world);
    if (register.procedure !== undefined) await desk.chooseProcedure(await procedureName(register.procedure));
    const number = await desk.register(register.fields);
    world.numbers.set(register.as, number);
    return number;
  },
  print: async (world, { print }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, print.case));
    await desk.case.openPaper(print.form);
    await desk.case.print();
    return filePaper(world, print.case, print.form);
  },
  replace_paper: async (world, { replace_paper: { case: name, form, file, reason, printed } }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, name));
    await desk.case.openPaper(form);
    await desk.case.replaceBy(path.resolve(world.folders.dir, file), reason, { printed });
    return file;
  },
  step: async (world, { step }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, step.case));
    await desk.case.step(step.do, step.fields, { ground: step.ground, reason: step.reason });
    return desk.case.state();
  },
  open_identity: async (world, { open_identity: { case: name, reason } }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, name));
    await desk.case.openIdentity(reason);
    return desk.case.content.innerText();
  },
  sign_on_pad: async (world, { sign_on_pad: { case: name, form, signer, place, complete } }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, name));
    await desk.case.signOnPad(form, signer, { place, complete });
    return (await desk.case.paper(form)).innerText();
  },
  correct: async (world, { correct: { case: name, fields, reason } }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, name));
    await desk.case.correct(fields, reason);
    return '';
  },
  ask: async (world, { ask }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, ask.case));
    if ('extension' in ask) await desk.case.askExtension(ask.extension, ask.reason);
    else await desk.case.goOnUnsigned(ask.unsigned, { ...ask, act: '申请不签字办理' });
    return '';
  },
  answer: async (world, { answer }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, answer.case));
    await desk.case.answer(answer.about, answer.answer === '批准', answer.reason);
    return answer.answer;
  },
  extend: async (world, { extend }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, extend.case));
    await desk.case.extend(extend.limit, extend.reason);
    return '';
  },
  waive: async (world, { waive }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, waive.case));
    await desk.case.goOnUnsigned(waive.form, { ...waive, act: '不签字办理' });
    return '';
  },
  note: async (world, { note }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, note.case));
    await desk.case.note(note.text);
    return '';
  },
  expect: async (world, { expect }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, expect.case));
    const state = await desk.case.state();
    if (expect.state !== undefined) holdTrue('状态', expect.state, state, state === expect.state);
    const number = await desk.case.number();
    if (expect.number !== undefined) holdTrue('编号', expect.number, number, matches(expect.number, number));
    const shown = await desk.case.deadlines();
    for (const { name, due } of expect.deadlines) {
      const found = shown.find(deadline => deadline.name === name)?.due ?? '没有';
      holdTrue(`${name}时限`, due, found, found === due);
    }
    return state;
  },
  month_close: async (world, { month_close: { period } }) => {
    await (await inMonth(world)).lock(period);
    return period;
  },
  export: async (world, { export: { period } }) => {
    const month = await inMonth(world);
    await month.choose(period);
    await mkdir(world.folders.usb, { recursive: true });
    await answerDialogs(world.program.app, { open: world.folders.usb });
    return month.export();
  },
  // Until there is a network the bundles travel in the folder: headquarters imports it, the office reads the receipts.
  sync: async (world, { sync }) => {
    const { folders, program } = world;
    const card = await readTextIfThere(path.join(folders.cards, 'office.json'));
    if (card === undefined) throw new Error('没有本单位名片，场景文件要写 headquarters: local');
    const enrolled = await enrolOffice(folders.hq, JSON.parse(card));
    if (!enrolled.ok) throw new Error(enrolled.error.code);
    const results = await importMany([folders.usb], folders.hq);
    const verdict = results.every(({ result }) => result.ok) && results.length > 0 ? 'accepted' : 'rejected';
    holdTrue('总部', sync.expect, verdict, verdict === sync.expect);
    const month = await inMonth(world);
    await answerDialogs(program.app, { open: folders.hq });
    await month.readReceipts();
    return verdict;
  },
  screenshot: async ({ program, folders }, { screenshot: { name } }) => {
    await mkdir(folders.screens, { recursive: true });
    const file = path.join(folders.screens, `${name}.png`);
    await program.page.screenshot({ path: file });
    return path.relative(folders.dir, file);
  },
};

/** The cards of both sides change hands as files. */
export async function exchangeCards(world: World): Promise<void> {
  const { folders, program } = world;
  await mkdir(folders.cards, { recursive: true });
  await copyFile(path.join(folders.hq, 'headquarters.json'), path.join(folders.cards, 'headquarters.json'));
  const month = await inMonth(world);
  await answerDialogs(program.app, { open: path.join(folders.cards, 'headquarters.json') });
  await month.readHeadquartersCard();
  await answerDialogs(program.app, { open: folders.cards });
  await month.exportOfficeCard();
}
