import { steadyHours } from '#shared/calendar/hours-timeline.ts';
import type { OfficeHours, WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { invariant } from '#shared/core/assert.ts';
import { newDocumentId, newEventId, newPersonId, type IdSource, type OfficeCode } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import { ok, type Result } from '#shared/core/result.ts';
import { getCaseForm, getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { signPlaces } from '#shared/signing/sign-places.ts';
import type { DeskEvent } from './batch.ts';
import { decideCase } from './case.decide.ts';
import { evolveCase } from './case.evolve.ts';
import type { CaseState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import type { DecideContext } from './decide.context.ts';
import { decideDocumentNumber, needsNumber } from './document.decide.ts';
import { findDifferences } from './example.expect.ts';
import type { Example, ExampleLine } from './example.schema.ts';
import { knownFacts } from './known.facts.ts';
import { evolveOffice, type OfficeState } from './office.state.ts';
import type { Refusal } from './refusal.ts';
import { decideRegistration } from './register.decide.ts';
import type { SeverityContext } from './severity.ts';

export interface ExampleParts {
  readonly calendar: WorkingCalendar;
  readonly officeHours: OfficeHours;
  readonly ids: IdSource;
}

/** Something that did not come out as the example says; the line counts from 0. */
export interface ExampleFault {
  readonly line: number;
  /** Whether the act itself came out otherwise, or only what must be so after it. */
  readonly of: 'act' | 'expectation';
  readonly message: string;
}

const FIRST = 'A';
const NO_FILE = '0'.repeat(64);
type Decision = Result<readonly DeskEvent[], Refusal>;

/** An office and its cases, as an example makes them; every act goes through the same decisions as in the program. */
class ExampleDesk {
  readonly cases = new Map<string, CaseState>();
  private office: OfficeState;
  private readonly procedure: Procedure;
  private readonly parts: ExampleParts;
  private readonly person;

  constructor(procedure: Procedure, example: Example, parts: ExampleParts) {
    this.procedure = procedure;
    this.parts = parts;
    this.person = newPersonId(parts.ids);
    const { name, code, prefix } = example.office;
    const [first] = example.lines;
    invariant(first, 'an example has lines');
    this.office = evolveOffice(undefined, {
      ...{ v: 1, id: newEventId(parts.ids), at: first.at, stream: 'office' },
      by: { person: this.person, name: '样本', role: 'administrator', station: 'PC' },
      ...{ type: 'office-founded', name, code: code as OfficeCode, prefix, first_number: 1 },
      ...{ procedure: procedure.id, signing_key: 'none' },
    });
  }

  context(at: Instant): SeverityContext {
    const { calendar, officeHours } = this.parts;
    const others = { received: () => [...this.cases.values()] };
    return { now: at, calendar, officeHours: steadyHours(officeHours), others };
  }

  private deciding(line: ExampleLine): DecideContext {
    const context = this.context(line.at);
    return {
      now: line.at,
      ids: this.parts.ids,
      procedure: this.procedure,
      acting: { person: this.person, name: '样本', roles: line.as ?? ROLES, station: 'PC' },
      ...knownFacts(this.procedure, context),
    };
  }

  stateOf(name: string): CaseState {
    const state = this.cases.get(name);
    if (!state) throw new Error(`还没有登记过 ${name}`);
    return state;
  }

  private take(name: string, events: readonly DeskEvent[]): void {
    for (const event of events) {
      if (event.stream === 'office') this.office = evolveOffice(this.office, event);
      else this.cases.set(name, evolveCase(this.cases.get(name), event, this.procedure));
    }
  }

  private command(line: ExampleLine, state: CaseState): CaseCommand | undefined {
    const live = (form: string) =>
      state.documents.findLast(document => document.form === form && !document.voided);
    const documentOf = (form: string) => {
      const made = live(form);
      if (!made) throw new Error(`${form} 还没有出过`);
      return made.id;
    };
    const withReason = (reason: string | undefined) => (reason === undefined ? {} : { reason });
    if ('step' in line) {
      const { step, values, ground, reason } = line;
      return {
        type: 'take-step',
        step,
        values,
        ...(ground === undefined ? {} : { ground }),
        ...withReason(reason),
      };
    }
    if ('ask' in line) {
      const { ask: step, values, ground, reason } = line;
      const matter = { about: 'step', step, values, ...(ground === undefined ? {} : { ground }) } as const;
      return { type: 'ask-approval', matter, reason };
    }
    if ('ask_extension' in line) {
      const matter = { about: 'extension', limit: line.ask_extension } as const;
      return { type: 'ask-approval', matter, reason: line.reason };
    }
    if ('ask_unsigned' in line) {
      const { ask_unsigned: form, cause, reason } = line;
      const matter = { about: 'unsigned', document: documentOf(form), form, cause } as const;
      return { type: 'ask-approval', matter, reason };
    }
    if ('waive' in line) {
      const { waive: form, cause, reason } = line;
      return { type: 'waive-signature', document: documentOf(form), cause, reason };
    }
    if ('answer' in line) {
      const [asked] = state.asked;
      if (!asked) throw new Error('没有等批准的事');
      return { type: 'answer-approval', asked: asked.id, answer: line.answer, ...withReason(line.reason) };
    }
    if ('change' in line) return { type: 'change-fields', values: line.change, ...withReason(line.reason) };
    if ('print' in line)
      return { type: 'record-print', document: documentOf(line.print), printer: '样本', copies: line.copies };
    if ('sign' in line) return { type: 'record-signed', document: documentOf(line.sign) };
    if ('sign_on_pad' in line) {
      const { sign_on_pad: form, signer, complete } = line;
      const place = line.place ?? signPlaces(getCaseForm(this.procedure, form))[0]?.id;
      if (place === undefined) throw new Error(`${form} 没有签字的地方`);
      return {
        ...{ type: 'sign-on-pad', document: documentOf(form), place, signer, complete },
        ...{ sha256: NO_FILE, image: NO_FILE, bytes: 1 },
      };
    }
    if ('void' in line)
      return { type: 'void-document', document: documentOf(line.void), reason: line.reason };
    if ('replace' in line)
      return {
        ...{ type: 'take-in-outside', document: newDocumentId(this.parts.ids) },
        ...{ replaces: documentOf(line.replace), reason: line.reason },
        ...{ sha256: 'f'.repeat(64), bytes: 1, pages: 1, mark: 'FFFFFFFF' },
      };
    if ('extend' in line) return { type: 'extend-clock', limit: line.extend, reason: line.reason };
    if ('classify' in line) return { type: 'override-severity', class: line.classify, reason: line.reason };
    if ('take_on' in line) return { type: 'take-escalation', level: line.take_on };
    if ('repeat_of' in line) {
      const { id: of, number } = this.stateOf(line.repeat_of);
      return { type: 'link-repeat', of, number };
    }
    if ('merge_into' in line) {
      const { id: into, number } = this.stateOf(line.merge_into);
      return { type: 'merge', into, number, reason: line.reason };
    }
    if ('confirm' in line) return { type: 'confirm-item', item: line.confirm };
    if ('note' in line) return { type: 'add-note', text: line.note };
    if ('open_identity' in line) return { type: 'open-identity', reason: line.open_identity };
    return undefined;
  }

  /** A paper is set before it is printed, once: with its number where its form has one. */
  private setPaper(name: string, form: string, line: ExampleLine): Decision {
    const context = this.deciding(line);
    getForm(this.procedure, form);
    if (needsNumber(this.procedure, form, this.stateOf(name))) {
      const numbered = decideDocumentNumber(this.office, this.stateOf(name), form, context);
      if (!numbered.ok) return numbered;
      this.take(name, numbered.value);
    }
    const state = this.stateOf(name);
    if (state.documents.some(document => document.form === form && !document.voided)) return ok([]);
    return decideCase(
      state,
      {
        ...{ type: 'record-document', document: newDocumentId(this.parts.ids), form },
        ...{ sha256: NO_FILE, bytes: 1, pages: 1, mark: '00000000' },
      },
      context,
    );
  }

  /** The code it was refused with; undefined when it was done. */
  act(line: ExampleLine): string | undefined {
    const name = line.case ?? FIRST;
    const settle = (decision: Decision): string | undefined => {
      if (!decision.ok) return decision.error.code;
      this.take(name, decision.value);
      return undefined;
    };
    if ('register' in line) {
      const command = { procedure: this.procedure.id, receivedAt: line.at, values: line.register };
      return settle(decideRegistration(this.office, command, this.deciding(line)));
    }
    const set = 'print' in line ? line.print : 'sign_on_pad' in line ? line.sign_on_pad : undefined;
    if (set !== undefined) {
      const refused = settle(this.setPaper(name, set, line));
      if (refused !== undefined) return refused;
    }
    const command = this.command(line, this.stateOf(name));
    return command && settle(decideCase(this.stateOf(name), command, this.deciding(line)));
  }
}

/** Lives an example through and tells where it did not come out as it says. */
export function runExample(
  procedure: Procedure,
  example: Example,
  parts: ExampleParts,
): readonly ExampleFault[] {
  const desk = new ExampleDesk(procedure, example, parts);
  const faults: ExampleFault[] = [];
  example.lines.forEach((line, index) => {
    let of: ExampleFault['of'] = 'act';
    const say = (message: string): void => void faults.push({ line: index, of, message });
    try {
      const refused = desk.act(line);
      if (refused !== line.refused)
        say(
          `应${line.refused === undefined ? '办成' : `被拒绝 ${line.refused}`}，实际 ${refused ?? '办成了'}`,
        );
      of = 'expectation';
      const { expect } = line;
      if (expect)
        findDifferences(expect, desk.stateOf(line.case ?? FIRST), procedure, desk.context(line.at)).forEach(
          say,
        );
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  });
  return faults;
}
