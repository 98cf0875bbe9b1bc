import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { exchangeCards, localHeadquarters } from '../local-headquarters.ts';
import { RefusedOnScreen } from '../pages/refused.ts';
import { DeskPage } from '../pages/desk.page.ts';
import { FirstRunPage } from '../pages/first-run.page.ts';
import { moveClock, startProgram } from '../program.ts';
import { enterColleagues } from '../people.ts';
import { colleaguesOf } from './colleagues.ts';
import { scenarioFolders } from './folders.ts';
import { Scenario, VERBS, type VerbName } from './scenario.schema.ts';
import { ACTS, type World } from './verbs.ts';

export interface ScenarioOptions {
  readonly text: string;
  readonly dir: string;
  readonly profile: string;
  readonly say: (line: string) => void;
  /** A screenshot after every step. */
  readonly screens?: boolean;
}

const COMMON = new Set(['at', 'refused']);

interface PlannedStep {
  readonly verb: VerbName;
  readonly step: Record<string, unknown>;
  readonly at?: string;
  readonly refused?: string;
}

function planStep(raw: Record<string, unknown>, index: number): PlannedStep {
  const [verb, ...more] = Object.keys(raw).filter(key => !COMMON.has(key));
  if (verb === undefined || more.length > 0) throw new Error(`第 ${index + 1} 步要写一个动词，不多不少`);
  if (!(verb in VERBS))
    throw new Error(`第 ${index + 1} 步：还不会“${verb}”。会的动词：${Object.keys(VERBS).join('、')}`);
  const parsed = VERBS[verb as VerbName].safeParse(raw);
  if (!parsed.success) throw new Error(`第 ${index + 1} 步 ${verb}：${z.prettifyError(parsed.error)}`);
  const step = parsed.data as Record<string, unknown> & { at?: string; refused?: string };
  return {
    verb: verb as VerbName,
    step,
    ...(step.at === undefined ? {} : { at: step.at }),
    ...(step.refused === undefined ? {} : { refused: step.refused }),
  };
}

export function readScenario(text: string): {
  readonly scenario: Scenario;
  readonly steps: readonly PlannedStep[];
} {
  const scenario = Scenario.safeParse(parse(text));
  if (!scenario.success) throw new Error(`场景文件不对：${z.prettifyError(scenario.error)}`);
  colleaguesOf(scenario.data);
  return { scenario: scenario.data, steps: scenario.data.steps.map(planStep) };
}

/** A clock that stands there now and goes on. */
function clockFrom(instant: string): () => number {
  const offset = Date.parse(instant) - Date.now();
  return () => Date.now() + offset;
}

async function act(world: World, { verb, step, at, refused }: PlannedStep): Promise<string> {
  if (at !== undefined) {
    await moveClock(world.program, at);
    world.now = clockFrom(at);
  }
  // The plan was checked against the verb's own schema.
  const perform = ACTS[verb] as (world: World, step: Record<string, unknown>) => Promise<string>;
  if (refused === undefined) return perform(world, step);
  try {
    await perform(world, step);
  } catch (error) {
    if (error instanceof RefusedOnScreen && error.message.includes(refused)) return `拒绝：${refused}`;
    throw error;
  }
  throw new Error(`应当被拒绝（${refused}），却做成了`);
}

/** What went wrong without the log of the browser driver, which says nothing to whoever wrote the file. */
function inOneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const plain = stripVTControlCharacters(text).split('Call log:');
  const wanted = /waiting for (.*)/.exec(plain[1] ?? '')?.[1];
  return wanted === undefined ? text : `屏幕上等不到：${wanted.trim()}`;
}

/** What the case list shows at the end, read from the screen. */
async function readState(world: World): Promise<unknown> {
  const desk = new DeskPage(world.program.page);
  const cases = [];
  for (const [name, number] of world.numbers) {
    await desk.openCase(number);
    const deadlines = (await desk.case.deadlines()).map(({ name: limit, due }) => ({ name: limit, due }));
    cases.push({
      case: name,
      number,
      state: await desk.case.state(),
      deadlines,
      severity: await desk.case.severity(),
    });
  }
  return { cases };
}

/**
 * Drives the program through a scenario as a person would.
 *
 * @returns whether every step and every expectation held
 */
export async function runScenario({ text, dir, profile, say, screens }: ScenarioOptions): Promise<boolean> {
  const { scenario, steps } = readScenario(text);
  const folders = scenarioFolders(dir);
  await mkdir(folders.printer, { recursive: true });
  await mkdir(folders.screens, { recursive: true });
  await rm(folders.log, { force: true });
  const [person] = scenario.people;
  if (!person) throw new Error('people 是空的');
  const receiver = scenario.headquarters
    ? await localHeadquarters(folders.hq, '街道社会事务办公室')
    : undefined;

  const start = () => startProgram({ profile, clock: scenario.clock, printTo: folders.printer });
  const program = await start();
  const now = clockFrom(scenario.clock);
  const world: World = { program, folders, scenario, now, numbers: new Map() };
  const snap = (name: string) =>
    world.program.page.screenshot({ path: path.join(folders.screens, `${name}.png`) });
  const tell = async (step: string, ok: boolean, began: number, note: string): Promise<void> => {
    await appendFile(folders.log, `${JSON.stringify({ step, ok, ms: Date.now() - began, note })}\n`);
    say(`${ok ? '✓' : '✗'} ${step}  ${note}`);
  };

  let name = '建台账';
  let began = Date.now();
  try {
    await new FirstRunPage(world.program.page).found({
      office: scenario.office.name,
      code: scenario.office.code,
      person: person.name,
      passphrase: person.passphrase,
      ...(scenario.office.prefix === undefined ? {} : { prefix: scenario.office.prefix }),
    });
    if (scenario.people.length > 1) {
      await world.program.app.close();
      const { passphrase } = person;
      await enterColleagues({ profile, passphrase, at: scenario.clock }, colleaguesOf(scenario));
      world.program = await start();
      await new DeskPage(world.program.page).unlock(person.name, passphrase);
      await world.program.page.getByRole('navigation', { name: '主导航' }).waitFor();
    }
    if (receiver) {
      const { program } = world;
      const desk = new DeskPage(program.page);
      await exchangeCards({ program, desk, dataDir: folders.hq, cards: folders.cards });
    }
    await tell(name, true, began, scenario.office.name);
    for (const [index, planned] of steps.entries()) {
      name = `${index + 1} ${planned.verb}`;
      began = Date.now();
      const note = await act(world, planned);
      if (screens) await snap(`step-${String(index + 1).padStart(2, '0')}-${planned.verb}`);
      await tell(name, true, began, note);
    }
    await writeFile(folders.state, `${JSON.stringify(await readState(world), null, 2)}\n`);
    return true;
  } catch (error) {
    await tell(name, false, began, inOneLine(error));
    await snap('failure').catch(() => undefined); // The window itself may be gone.
    return false;
  } finally {
    await world.program.app.close().catch(() => undefined);
    await world.other?.close();
    await receiver?.close();
  }
}
