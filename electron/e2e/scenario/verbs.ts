import { mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { writeOrder } from '#electron/headquarters/hq.orders.ts';
import { sentenceOf } from '#electron/headquarters/hq.refusals.ts';
import { findPeriodById } from '#shared/procedure/duty.due.ts';
import { periodInWords } from '#shared/reports/report.period.ts';
import { AttachmentsPage } from '../pages/attachments.page.ts';
import { DeskPage } from '../pages/desk.page.ts';
import { MonthPage } from '../pages/month.page.ts';
import { OutboxPage } from '../pages/outbox.page.ts';
import { RefusedOnScreen } from '../pages/refused.ts';
import { ProceduresPage } from '../pages/procedures.page.ts';
import { procedureName } from '../procedures/packs.ts';
import { answerDialogs, type Program } from '../program.ts';
import { TransfersPage } from '../pages/transfers.page.ts';
import type { ScenarioFolders } from './folders.ts';
import { OTHER, openOtherOffice, type OtherOffice } from './other-office.ts';
import type { Scenario, VerbName, VERBS } from './scenario.schema.ts';

export interface World {
  /** Another one after the program was started again. */
  program: Program;
  readonly folders: ScenarioFolders;
  readonly scenario: Scenario;
  /** What the program's clock says. */
  now: () => number;
  /** Numbers by the names the file gives to its cases. */
  readonly numbers: Map<string, string>;
  /** The month that was sealed last. */
  sealed?: string;
  /** From the first case that is sent there. */
  other?: OtherOffice;
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

/** `2026-Q3` as the screen names it. */
function wordsOf(period: string): string {
  const days = findPeriodById(period);
  if (!days) throw new Error(`没有“${period}”这样的一期，写成 2026-10-A、2026-Q3、2026-H2、2026`);
  return periodInWords(days.period, days, 'zh-CN');
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
  attach: async (world, { attach: { case: name, file } }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, name));
    const attachments = new AttachmentsPage(world.program.page);
    await attachments.add(path.resolve(world.folders.dir, file));
    return attachments.line(path.basename(file)).innerText();
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
  month_close: async (world, { month_close: { period, remark, duty } }) => {
    const month = await inMonth(world);
    if (duty === undefined) await month.lockOrPropose(period, remark);
    else await month.closeOf(duty).close(wordsOf(period), remark ?? '已在办，转入下一期');
    return duty === undefined ? period : `${duty} ${period}`;
  },
  close_answer: async (world, { close_answer: { period, duty, answer, reason } }) => {
    const month = await inMonth(world);
    if (answer === '批准')
      await (duty === undefined ? month.approve(period) : month.closeOf(duty).approve(wordsOf(period)));
    else if (duty === undefined) await month.sendBack(period, reason);
    else await month.closeOf(duty).sendBack(wordsOf(period), reason);
    return answer;
  },
  export: async (world, { export: { period } }) => {
    const month = await inMonth(world);
    await month.choose(period);
    await mkdir(world.folders.usb, { recursive: true });
    await answerDialogs(world.program.app, { open: world.folders.usb });
    const file = await month.export();
    world.sealed = period;
    return file;
  },
  sync: async (world, { sync }) => {
    if (world.scenario.headquarters === undefined) throw new Error('场景文件要写 headquarters: local');
    if (world.sealed === undefined) throw new Error('还没有封过案卷包，先写 export');
    await inMonth(world);
    const verdict = await new OutboxPage(world.program.page).settled(world.sealed);
    holdTrue('总部', sync.expect, verdict, verdict === sync.expect);
    return verdict;
  },
  // The order travels in the folder too: headquarters writes it, the office reads it.
  order: async (world, { order }) => {
    const written = await writeOrder(
      world.folders.hq,
      {
        ...{ office: world.scenario.office.code, case: numberOf(world, order.case), text: order.text },
        kind: order.kind === '催办' ? 'urge' : 'supervise',
        due: 'days' in order ? { working_days: order.days } : { date: order.due },
        answerEarly: order.early,
      },
      { now: world.now },
    );
    if (!written.ok) throw new RefusedOnScreen(sentenceOf(written.error.code).zh);
    const month = await inMonth(world);
    await answerDialogs(world.program.app, { open: path.join(world.folders.hq, 'orders') });
    return month.readOrders();
  },
  answer_order: async (world, { answer_order: { case: name, text } }) => {
    const desk = deskOf(world);
    await desk.openCase(numberOf(world, name));
    await desk.case.answerOrder(text);
    return text;
  },
  // It travels in the folder that plays the drive; at the other end sits the program itself, with a ledger of its own.
  transfer: async (world, { transfer: { case: name, kind, reason, then, back } }) => {
    const number = numberOf(world, name);
    const other = (world.other ??= await openOtherOffice(world.program, world.folders.cards, world.now()));
    const { usb } = world.folders;
    await mkdir(usb, { recursive: true });
    await deskOf(world).openCase(number);
    await answerDialogs(world.program.app, { open: usb });
    await new TransfersPage(world.program.page).send({ to: OTHER.office, kind, reason });
    await answerDialogs(other.app, { open: usb });
    await other.transfers.open();
    const taken = await other.transfers.read();
    if (then === undefined) return taken;
    if (then === '登记') {
      await other.transfers.register(number);
      await other.desk.save();
      await other.desk.openSaved();
    } else await other.transfers.sendBack(number, back);
    await other.transfers.writeAnswer();
    return taken;
  },
  take_transfer_answer: async (world, { take_transfer_answer: { case: name, expect } }) => {
    const transfers = new TransfersPage(world.program.page);
    await transfers.open();
    await answerDialogs(world.program.app, { open: world.folders.usb });
    await transfers.read();
    await deskOf(world).openCase(numberOf(world, name));
    const verdict = await transfers.verdict();
    if (expect !== undefined) holdTrue('对方', expect, verdict, verdict === expect);
    return verdict;
  },
  screenshot: async ({ program, folders }, { screenshot: { name } }) => {
    await mkdir(folders.screens, { recursive: true });
    const file = path.join(folders.screens, `${name}.png`);
    await program.page.screenshot({ path: file });
    return path.relative(folders.dir, file);
  },
};
