import type { HoursTimeline } from '#shared/calendar/hours-timeline.ts';
import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import { newDocumentId, type DocumentId, type IdSource } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Result } from '#shared/core/result.ts';
import { getCaseForm, getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { signPlaces } from '#shared/signing/sign-places.ts';
import type { DeskEvent } from './batch.ts';
import { decideCase } from './case.decide.ts';
import { evolveCase } from './case.evolve.ts';
import type { CaseState } from './case.state.ts';
import type { CaseCommand } from './commands.ts';
import type { Acting, DecideContext } from './decide.context.ts';
import { decideDocumentNumber, needsNumber } from './document.decide.ts';
import type { ExampleLine } from './example.schema.ts';
import { knownFacts } from './known.facts.ts';
import { evolveOffice, type OfficeState } from './office.state.ts';
import type { Refusal } from './refusal.ts';
import { decideRegistration } from './register.decide.ts';
import type { SeverityContext } from './severity.ts';

export interface ExampleDeskParts {
  readonly calendar: WorkingCalendar;
  readonly hours: (office: OfficeState) => HoursTimeline;
  readonly ids: IdSource;
  /** What the case of a name goes by. */
  readonly procedureOf: (name: string) => Procedure;
  readonly actingIn: (line: ExampleLine) => Acting;
  readonly printer: string;
}

/** The file of a paper that was set. */
export interface SetFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly mark: string;
}

const FIRST = 'A';
const NO_FILE = '0'.repeat(64);
const NO_PAPER: SetFile = { sha256: NO_FILE, bytes: 1, pages: 1, mark: '00000000' };
type Decision = Result<readonly DeskEvent[], Refusal>;

/** An office and its cases, as lines make them; every act goes through the same decisions as in the program. */
export class ExampleDesk {
  readonly cases = new Map<string, CaseState>();
  office: OfficeState;
  private readonly parts: ExampleDeskParts;
  private events: DeskEvent[] = [];

  constructor(office: OfficeState, parts: ExampleDeskParts) {
    this.office = office;
    this.parts = parts;
  }

  static caseOf(line: ExampleLine): string {
    return line.case ?? FIRST;
  }

  context(at: Instant): SeverityContext {
    const { calendar, hours } = this.parts;
    const others = { received: () => [...this.cases.values()] };
    return { now: at, calendar, officeHours: hours(this.office), others };
  }

  private deciding(line: ExampleLine): DecideContext {
    const { ids, procedureOf, actingIn } = this.parts;
    const procedure = procedureOf(ExampleDesk.caseOf(line));
    return {
      ...{ now: line.at, ids, procedure, acting: actingIn(line) },
      ...knownFacts(procedure, this.context(line.at)),
    };
  }

  stateOf(name: string): CaseState {
    const state = this.cases.get(name);
    if (!state) throw new Error(`还没有登记过 ${name}`);
    return state;
  }

  /** What was decided since the last time it was asked. */
  drain(): readonly DeskEvent[] {
    const { events } = this;
    this.events = [];
    return events;
  }

  private take(name: string, events: readonly DeskEvent[]): void {
    this.events.push(...events);
    for (const event of events) {
      if (event.stream === 'office') this.office = evolveOffice(this.office, event);
      else this.cases.set(name, evolveCase(this.cases.get(name), event, this.parts.procedureOf(name)));
    }
  }

  private settle(name: string, decision: Decision): string | undefined {
    if (!decision.ok) return decision.error.code;
    this.take(name, decision.value);
    return undefined;
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
      return {
        type: 'record-print',
        document: documentOf(line.print),
        printer: this.parts.printer,
        copies: line.copies,
      };
    if ('sign' in line) return { type: 'record-signed', document: documentOf(line.sign) };
    if ('sign_on_pad' in line) {
      const { sign_on_pad: form, signer, complete } = line;
      const place =
        line.place ?? signPlaces(getCaseForm(this.parts.procedureOf(ExampleDesk.caseOf(line)), form))[0]?.id;
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

  /** The form whose paper this line needs and which is not there yet, with its number where it has one. */
  paperBefore(line: ExampleLine): string | undefined {
    const form = 'print' in line ? line.print : 'sign_on_pad' in line ? line.sign_on_pad : undefined;
    if (form === undefined) return undefined;
    const { documents } = this.stateOf(ExampleDesk.caseOf(line));
    return documents.some(document => document.form === form && !document.voided) ? undefined : form;
  }

  /** The number of the paper to be set, where its form has one; the code it was refused with. */
  numberPaper(line: ExampleLine, form: string): string | undefined {
    const name = ExampleDesk.caseOf(line);
    const procedure = this.parts.procedureOf(name);
    getForm(procedure, form);
    const state = this.stateOf(name);
    if (!needsNumber(procedure, form, state)) return undefined;
    return this.settle(name, decideDocumentNumber(this.office, state, form, this.deciding(line)));
  }

  recordPaper(
    line: ExampleLine,
    form: string,
    file: SetFile,
    document: DocumentId = newDocumentId(this.parts.ids),
  ): string | undefined {
    const name = ExampleDesk.caseOf(line);
    const { sha256, bytes, pages, mark } = file;
    const command = { type: 'record-document', document, form, sha256, bytes, pages, mark } as const;
    return this.settle(name, decideCase(this.stateOf(name), command, this.deciding(line)));
  }

  /** A paper is set before it is printed, once. */
  private setPaper(line: ExampleLine): string | undefined {
    const form = this.paperBefore(line);
    if (form === undefined) return undefined;
    return this.numberPaper(line, form) ?? this.recordPaper(line, form, NO_PAPER);
  }

  /** The code it was refused with; undefined when it was done. */
  act(line: ExampleLine): string | undefined {
    const name = ExampleDesk.caseOf(line);
    if ('register' in line) {
      const { id } = this.parts.procedureOf(name);
      const command = { procedure: id, receivedAt: line.at, values: line.register };
      return this.settle(name, decideRegistration(this.office, command, this.deciding(line)));
    }
    const refused = this.setPaper(line);
    if (refused !== undefined) return refused;
    const command = this.command(line, this.stateOf(name));
    return command && this.settle(name, decideCase(this.stateOf(name), command, this.deciding(line)));
  }
}
