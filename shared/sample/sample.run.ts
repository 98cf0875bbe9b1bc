import type { WorkingCalendar } from '#shared/calendar/limit.types.ts';
import type { DeskEvent } from '#shared/case/batch.ts';
import type { Acting } from '#shared/case/decide.context.ts';
import { ExampleDesk, type SetFile } from '#shared/case/example.desk.ts';
import { officeProcedure } from '#shared/case/office.procedure.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import { severityOf } from '#shared/case/severity.ts';
import { invariant } from '#shared/core/assert.ts';
import { newDocumentId, type IdSource } from '#shared/core/ids.ts';
import { dateOf, msOf, type Instant } from '#shared/core/instant.ts';
import { ok, type Result } from '#shared/core/result.ts';
import { paperOf } from '#shared/documents/case.paper.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { GuidancePack } from '#shared/procedure/guidance.schema.ts';
import { getCaseForm, isValidOn } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { PlannedLine } from './sample.plan.ts';

export interface SampleRun<Fault> {
  readonly calendar: WorkingCalendar;
  readonly procedures: readonly Procedure[];
  readonly guidance: readonly GuidancePack[];
  readonly randomBytes: IdSource['randomBytes'];
  /** Who a person of the data is in the office. */
  readonly actingAs: (person: string) => Acting;
  /** What the paper was printed on. */
  readonly printer: string;
  readonly append: (events: readonly DeskEvent[]) => Promise<Result<unknown, Fault>>;
  readonly setPaper: (paper: Paper) => Promise<Result<SetFile, Fault>>;
  /** Asked before each line; a refusal ends the run. */
  readonly next: (done: number) => Result<unknown, Fault>;
}

interface RunParts<Fault> extends SampleRun<Fault> {
  readonly moment: { at: Instant };
}

function procedureAt<Fault>(run: SampleRun<Fault>, office: OfficeState, id: string, at: Instant): Procedure {
  const pack = run.procedures.find(each => each.id === id && isValidOn(each, dateOf(at)));
  invariant(pack, `procedure ${id}`);
  return officeProcedure(pack, office, run.guidance, at);
}

async function setPaperOf<Fault>(
  desk: ExampleDesk,
  { line, case: name }: PlannedLine,
  form: string,
  procedure: Procedure,
  run: RunParts<Fault>,
): Promise<Result<unknown, Fault>> {
  refuseNone(desk.numberPaper(line, form), line.at);
  const document = newDocumentId(idsOf(run));
  const made = await run.setPaper(
    paperOf(
      {
        ...{ procedure, form: getCaseForm(procedure, form), office: desk.office, state: desk.stateOf(name) },
        classOf: (state, at) => severityOf(procedure, state, desk.context(at))?.effective,
      },
      document,
      line.at,
    ),
  );
  if (made.ok) refuseNone(desk.recordPaper(line, form, made.value, document), line.at);
  return made;
}

const idsOf = <Fault>({ moment, randomBytes }: RunParts<Fault>): IdSource => ({
  nowMs: () => msOf(moment.at),
  randomBytes,
});

/** The data are shipped with the program: a line that is refused is a fault in them. */
function refuseNone(refused: string | undefined, at: Instant): void {
  if (refused !== undefined) throw new Error(`the line of ${at} is refused: ${refused}`);
}

/** Lives the plan through with the decisions of the program, line by line, each at its own moment. */
export async function runSample<Fault>(
  office: OfficeState,
  lines: readonly PlannedLine[],
  run: SampleRun<Fault>,
): Promise<Result<unknown, Fault>> {
  const [first] = lines;
  invariant(first, 'something happened in the office');
  const parts: RunParts<Fault> = { ...run, moment: { at: first.line.at } };
  const procedures = new Map<string, Procedure>();
  const procedureOf = (name: string): Procedure => {
    const known = procedures.get(name);
    invariant(known, `case ${name}`);
    return known;
  };
  const people = new Map(lines.map(({ line, by }) => [line, run.actingAs(by)]));
  const desk = new ExampleDesk(office, {
    ...{ calendar: run.calendar, printer: run.printer, ids: idsOf(parts), procedureOf },
    hours: ({ hours }) => hours,
    actingIn: line => {
      const acting = people.get(line);
      invariant(acting, 'each line has its person');
      return acting;
    },
  });
  for (const [done, planned] of lines.entries()) {
    const { line, case: name, procedure } = planned;
    const next = run.next(done);
    if (!next.ok) return next;
    parts.moment.at = line.at;
    if (!procedures.has(name)) procedures.set(name, procedureAt(run, desk.office, procedure, line.at));
    const form = desk.paperBefore(line);
    if (form !== undefined) {
      const set = await setPaperOf(desk, planned, form, procedureOf(name), parts);
      if (!set.ok) return set;
    }
    refuseNone(desk.act(line), line.at);
    const appended = await run.append(desk.drain());
    if (!appended.ok) return appended;
  }
  return ok(null);
}
