import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { madePdf } from '#electron/printing/outside/made-files.fixture.ts';
import type { UnsignedCause } from '#shared/case/approval.matter.ts';
import type { Example, ExampleLine } from '#shared/case/example.schema.ts';
import { instantFromMs, msOf } from '#shared/core/instant.ts';
import { findStep, getCaseForm, getForm } from '#shared/procedure/procedure.lookup.ts';
import { registrationForm } from '#shared/case/registration-form.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Values } from '#shared/procedure/values.ts';
import { placeName, signPlaces } from '#shared/signing/sign-places.ts';
import type { OpenOffice } from '../office.ts';
import { RefusedOnScreen } from '../pages/refused.ts';
import { moveClock } from '../program.ts';
import { fillValues, registerKeys } from './entries.ts';
import { differencesOnScreen } from './on-screen.ts';

/** A paper takes its time; more of them are printed only where the procedure insists. */
const MOST_PRINTS = 3;
const PRINTING_MS = 30_000;
const LATE_IN_MINUTE_MS = 58_000;
const SOON = { timeout: 30_000, intervals: [50, 100, 200] };
/** What must not be offered is not waited for as long as what must. */
const NOT_OFFERED_MS = 1500;

interface Taken {
  readonly step: string;
  readonly values: Values;
  readonly ground?: string | undefined;
  readonly reason?: string | undefined;
}

const getStep = (procedure: Procedure, id: string) => {
  const step = findStep(procedure, id);
  if (!step) throw new Error(`没有步骤 ${id}`);
  return step;
};

const looksOnly = (line: ExampleLine): boolean =>
  Object.keys(line).every(key => ['at', 'case', 'as', 'expect'].includes(key));

/** Forms without which a later line of the example cannot be done. */
function neededForms(procedure: Procedure, example: Example): ReadonlySet<string> {
  const steps = example.lines.flatMap(line =>
    'step' in line ? [line.step] : 'ask' in line ? [line.ask] : [],
  );
  const taken = steps.map(id => getStep(procedure, id));
  const filed = taken.some(step => step.files_away) ? (procedure.archive?.contents ?? []) : [];
  return new Set([
    ...taken.flatMap(step => [...step.needs_printed, ...step.needs_signed]),
    ...filed.flatMap(({ printed }) => printed ?? []),
    ...example.lines.flatMap(line =>
      'sign' in line
        ? [line.sign]
        : 'void' in line
          ? [line.void]
          : 'ask_unsigned' in line
            ? [line.ask_unsigned]
            : 'waive' in line
              ? [line.waive]
              : 'replace' in line
                ? [line.replace]
                : [],
    ),
  ]);
}

/** Lives a worked example of a pack through the screen, line by line, and looks after each at what is shown. */
export class LivedExample {
  private readonly office: OpenOffice;
  private readonly procedure: Procedure;
  private readonly example: Example;
  private readonly needed: ReadonlySet<string>;
  private readonly numbers = new Map<string, string>();
  private readonly unprinted = new Set<string>();
  private at = '';
  private now = '';
  private prints = 0;
  /** What was asked and not answered yet, the oldest first. */
  private readonly asked: (() => Promise<void>)[] = [];

  constructor(office: OpenOffice, procedure: Procedure, example: Example) {
    this.office = office;
    this.procedure = procedure;
    this.example = example;
    this.needed = neededForms(procedure, example);
  }

  async live(): Promise<void> {
    for (const [index, line] of this.example.lines.entries()) {
      try {
        await this.line(line);
      } catch (error) {
        const act = Object.keys(line).filter(key => !['at', 'expect', 'values'].includes(key));
        const what = JSON.stringify(
          Object.fromEntries(Object.entries(line).filter(([key]) => act.includes(key))),
        );
        throw new Error(`第 ${index + 1} 行 ${line.at} ${what.slice(0, 200)}`, { cause: error });
      }
    }
  }

  private async line(line: ExampleLine): Promise<void> {
    const { desk } = this.office;
    await this.moveClockFor(line);
    const name = line.case ?? 'A';
    if (!('register' in line) && this.at !== name) {
      await desk.openCase(this.numberOf(name));
      this.at = name;
    }
    if (line.refused === undefined) await this.act(line, name);
    // One person holds every role here: what only others may not do, the examples themselves prove.
    else if (line.as === undefined) await this.refused(line);
    const { expect: expected } = line;
    if (expected === undefined || this.numbers.size === 0) return;
    const looked = { procedure: this.procedure, expected, unprinted: this.unprinted };
    await expect.poll(() => differencesOnScreen(desk.case, looked), SOON).toEqual([]);
  }

  /** Setting and printing take their seconds: they begin before the minute in which they are done. */
  private async moveClockFor(line: ExampleLine): Promise<void> {
    // What was done in a minute was done a few seconds after it began: so is the look at what follows from it.
    const lead =
      'print' in line || 'sign_on_pad' in line ? -PRINTING_MS : looksOnly(line) ? LATE_IN_MINUTE_MS : 0;
    const begins = instantFromMs(msOf(line.at) + lead);
    // The cases of an example need not follow each other in time.
    if (begins > this.now || line.at < this.now) await moveClock(this.office, begins);
    this.now = line.at;
  }

  private async act(line: ExampleLine, name: string): Promise<void> {
    const { desk } = this.office;
    const { procedure } = this;
    const page = desk.case;
    if ('register' in line) {
      this.numbers.set(name, await this.register(line.register));
      await desk.openSaved();
      this.at = name;
    } else if ('step' in line) await this.step(line);
    // One person holds every role here: what waits for approval is done when it is approved.
    else if ('ask' in line) this.asked.push(() => this.step({ ...line, step: line.ask }));
    else if ('ask_extension' in line) this.asked.push(() => this.extend(line.ask_extension, line.reason));
    else if ('ask_unsigned' in line) this.asked.push(() => this.goOnUnsigned(line.ask_unsigned, line));
    else if ('waive' in line) await this.goOnUnsigned(line.waive, line);
    else if ('answer' in line) {
      const carryOut = this.asked.shift();
      if (line.answer === 'given') await carryOut?.();
    } else if ('print' in line) {
      await this.print(line.print, line.copies);
      await moveClock(this.office, line.at);
    } else if ('sign' in line) await page.cameBackSigned(line.sign);
    else if ('sign_on_pad' in line) {
      const { sign_on_pad: form, signer, complete } = line;
      const places = signPlaces(getCaseForm(procedure, form));
      const place = places.find(({ id }) => id === line.place);
      await page.signOnPad(form, signer, { complete, place: place && placeName(place, 'zh-CN') });
      await moveClock(this.office, line.at);
    } else if ('void' in line) await page.voidPaper(line.void, line.reason);
    else if ('replace' in line) await this.replace(line.replace, line.reason);
    else if ('extend' in line) await this.extend(line.extend, line.reason);
    else if ('classify' in line) {
      const found = procedure.severity?.classes.find(({ id }) => id === line.classify);
      await page.classify(found?.name.zh ?? line.classify, line.reason);
    } else if ('take_on' in line) {
      const level = procedure.escalation?.levels.find(({ id }) => id === line.take_on);
      await page.takeOn(level?.to.zh ?? line.take_on);
    } else if ('confirm' in line) {
      const item = procedure.archive?.contents.find(({ id }) => id === line.confirm);
      await page.confirm(item?.name.zh ?? line.confirm);
    } else if ('note' in line) await page.note(line.note);
    else if ('repeat_of' in line) await page.linkRepeat(this.numberOf(line.repeat_of));
    else if ('merge_into' in line) await page.merge(this.numberOf(line.merge_into), line.reason);
    else if ('change' in line) await this.change(line.change, line.reason);
    else if ('open_identity' in line) await page.openIdentity(line.open_identity);
  }

  /** What the example is refused, the screen must not let through either. */
  private async refused(line: ExampleLine): Promise<void> {
    const { desk } = this.office;
    if ('register' in line) {
      if (line.refused === 'case/procedure-not-valid') {
        await desk.expectNotOffered(this.procedure.name.zh);
        return;
      }
      await expect(this.register(line.register)).rejects.toThrow(RefusedOnScreen);
      await desk.clearForm();
      this.at = '';
    } else if ('step' in line) {
      await expect(this.step(line, NOT_OFFERED_MS)).rejects.toThrow(RefusedOnScreen);
      await desk.case.notNow();
    } else if ('extend' in line || 'ask_extension' in line) {
      const id = 'extend' in line ? line.extend : line.ask_extension;
      // A second request while one waits is not seen here, where nothing waits.
      if (line.refused === 'case/asked-already') return;
      const limit = this.limitName(id);
      await expect(desk.case.limit(limit).getByRole('button', { name: '延期' })).toHaveCount(0);
    }
  }

  private numberOf(name: string): string {
    const number = this.numbers.get(name);
    if (number === undefined) throw new Error(`案件 ${name} 还没有登记`);
    return number;
  }

  private async register(values: Values): Promise<string> {
    const { desk } = this.office;
    await desk.chooseProcedure(this.procedure.name.zh);
    await fillValues(desk.form, this.procedure, registerKeys(this.procedure, values), values);
    return desk.save();
  }

  private async step({ step: id, values, ground, reason }: Taken, offeredMs?: number): Promise<void> {
    const { procedure } = this;
    const step = getStep(procedure, id);
    const keys = step.fields.map(({ field }) => field);
    const grounds = procedure.grounds[step.grounds ?? '']?.items ?? [];
    if (this.namesIdentity(values)) await this.office.desk.case.uncover('核对身份');
    await this.office.desk.case.step(step.name.zh, form => fillValues(form, procedure, keys, values), {
      ground: grounds.find(({ no }) => no === ground)?.text.zh,
      // Whoever approves alone is not asked why.
      reason: step.reason === 'none' ? undefined : reason,
      offeredMs,
    });
  }

  private async change(values: Values, reason: string | undefined): Promise<void> {
    const { desk } = this.office;
    if (this.namesIdentity(values)) await desk.case.uncover('更正');
    const keys = registerKeys(this.procedure, values);
    await desk.case.correct(form => fillValues(form, this.procedure, keys, values), reason);
  }

  /** What is covered cannot be filled in: a person opens it first. */
  private namesIdentity(values: Values): boolean {
    return (this.procedure.confidentiality?.fields ?? []).some(key => key in values);
  }

  private async replace(form: string, reason: string): Promise<void> {
    const page = this.office.desk.case;
    const file = path.join(this.office.profile, 'edited.pdf');
    await writeFile(file, await madePdf(1));
    await page.openPaper(form);
    await page.replaceBy(file, reason);
    await page.backToCase();
  }

  private limitName(id: string): string {
    return this.procedure.limits.find(limit => limit.id === id)?.name.zh ?? id;
  }

  private extend(id: string, reason: string): Promise<void> {
    return this.office.desk.case.extend(this.limitName(id), reason);
  }

  private goOnUnsigned(
    form: string,
    { cause, reason }: { readonly cause: UnsignedCause; readonly reason: string },
  ): Promise<void> {
    const words = { refuses: '本人拒绝签字', unreachable: '联系不上本人', other: '其他原因' } as const;
    return this.office.desk.case.goOnUnsigned(form, { act: '不签字办理', cause: words[cause], reason });
  }

  private async print(form: string, copies: number): Promise<void> {
    const register = registrationForm(this.procedure, {});
    const wanted = form === register || this.needed.has(form) || this.prints < MOST_PRINTS - 1;
    if (!wanted) {
      this.unprinted.add(form);
      return;
    }
    getForm(this.procedure, form);
    const page = this.office.desk.case;
    await page.openPaper(form);
    await page.print(copies);
    await page.backToCase();
    this.prints += 1;
  }
}
