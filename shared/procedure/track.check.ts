import { demandsYes } from './condition.ts';
import { checkValue, type PackNames } from './pack.names.ts';
import type { Path, Report } from './pack.source.ts';
import type { ProcedureFile } from './procedure.schema.ts';
import type { Step, Track } from './track.schema.ts';

/** States of its track that a step can be taken from. */
export const fromStates = (step: Pick<Step, 'from'>, track: Track): readonly string[] =>
  step.from === 'open' ? track.states.filter(({ kind }) => kind === 'open').map(({ id }) => id) : step.from;

/** The empty word clears a field. */
const checkSet: typeof checkValue = (field, value, at, report): void => {
  if (value !== '') checkValue(field, value, at, report);
};

/** Whoever takes a matter back is asked whether nobody made them, and a no stops the step with its reason. */
function checkWithdrawal(step: Step, { fields }: ProcedureFile, at: Path, report: Report): void {
  if (!step.withdrawal) return;
  const demanded = [step.only_if, step.requires].flatMap(each => (each ? demandsYes(each.condition) : []));
  const known = (key: string) => fields.find(field => field.key === key);
  // A field that does not exist is told by itself.
  if (demanded.some(key => (known(key)?.type ?? 'bool') === 'bool')) return;
  report(
    [...at, 'withdrawal'],
    '撤回要先问清是否自愿：requires 里要写明哪个是否字段须为是',
    'a withdrawal must be asked whether it is free: requires must demand that a bool field is true',
  );
}

function checkStep(step: Step, procedure: ProcedureFile, names: PackNames, at: Path, report: Report): void {
  const stateOf = (trackId: string, state: string, path: Path): void => {
    const track = procedure.tracks.find(({ id }) => id === trackId);
    if (track && !track.states.some(({ id }) => id === state))
      report(path, `没有这个状态：${state}`, `no such state: ${state}`);
  };
  names.track(step.track, [...at, 'track']);
  if (step.from !== 'open')
    step.from.forEach((from, place) => stateOf(step.track, from, [...at, 'from', place]));
  if (step.to !== undefined) stateOf(step.track, step.to, [...at, 'to']);
  step.opens.forEach((id, place) => names.track(id, [...at, 'opens', place]));
  step.closes.forEach(({ track, to }, place) => {
    names.track(track, [...at, 'closes', place, 'track']);
    stateOf(track, to, [...at, 'closes', place, 'to']);
  });
  step.fields.forEach((entry, place) => names.field(entry.field, [...at, 'fields', place, 'field']));
  for (const [key, value] of Object.entries(step.sets))
    checkSet(names.field(key, [...at, 'sets', key]), value, [...at, 'sets', key], report);
  if (step.only_if) names.condition(step.only_if.condition, [...at, 'only_if', 'condition']);
  if (step.requires) names.condition(step.requires.condition, [...at, 'requires', 'condition']);
  checkWithdrawal(step, procedure, at, report);
  if (step.grounds !== undefined) names.grounds(step.grounds, [...at, 'grounds']);
  for (const name of ['needs_printed', 'needs_signed', 'owes'] as const)
    step[name].forEach((id, place) => names.casePaper(id, [...at, name, place]));
  if (step.files_away && !procedure.archive)
    report([...at, 'files_away'], '没有写案卷里该有什么', 'the pack does not say what a file holds');
}

/** Steps of a track; one on a track that does not exist may be meant for it. */
const stepsOf = (track: Track, procedure: ProcedureFile): readonly Step[] => {
  const known = new Set(procedure.tracks.map(({ id }) => id));
  return procedure.steps.filter(step => step.track === track.id || !known.has(step.track));
};

function reachedStates(
  track: Track,
  steps: readonly Step[],
  closings: readonly string[],
): ReadonlySet<string> {
  const reached = new Set([track.initial, ...closings]);
  for (let grown = true; grown;) {
    grown = false;
    for (const { to, ...step } of steps)
      if (to !== undefined && !reached.has(to) && fromStates(step, track).some(from => reached.has(from))) {
        reached.add(to);
        grown = true;
      }
  }
  return reached;
}

/** States without a way in or out. What only follows from another fault is not told again. */
function checkStates(track: Track, procedure: ProcedureFile, index: number, report: Report): void {
  const steps = stepsOf(track, procedure);
  const closings = procedure.steps
    .flatMap(step => step.closes)
    .filter(close => close.track === track.id)
    .map(({ to }) => to);
  const known = new Set(track.states.map(({ id }) => id));
  const reached = reachedStates(track, steps, closings);
  const moves = steps.map(({ to, ...step }) => ({
    from: fromStates(step, track),
    to: to === undefined || known.has(to) ? to : null,
  }));
  const leads = (to: string): boolean =>
    moves.some(move => move.to === to && move.from.some(from => from !== to));
  const isLeft = (from: string): boolean =>
    closings.length > 0 ||
    moves.some(move => move.to !== undefined && move.to !== from && move.from.includes(from));
  const entrances = track.states.filter(({ id }) => !reached.has(id) && !leads(id));
  // A step to a state that does not exist was meant for one that has no other way in.
  const strayEnds = moves.some(({ to }) => to === null);
  const strayBeginnings = moves.some(({ from }) => from.every(id => !known.has(id)));

  track.states.forEach((state, place) => {
    const at = ['tracks', index, 'states', place];
    if (!reached.has(state.id)) {
      const follows = entrances.length > 0 ? !entrances.includes(state) : strayBeginnings;
      if (!follows && !(strayEnds && (state.kind !== 'open' || isLeft(state.id))))
        report(at, `没有步骤能走到“${state.name.zh}”`, `no step leads to ${state.id}`);
    } else if (state.kind === 'open' && !isLeft(state.id) && !strayBeginnings)
      report(at, `走到“${state.name.zh}”就走不出去了`, `no step leads on from ${state.id}`);
  });
}

function checkTrack(track: Track, procedure: ProcedureFile, index: number, report: Report): void {
  if (track.states.some(state => state.id === track.initial)) checkStates(track, procedure, index, report);
  else
    report(['tracks', index, 'initial'], `没有这个状态：${track.initial}`, `no such state: ${track.initial}`);
  if (!track.opens_at_registration && !procedure.steps.some(step => step.opens.includes(track.id)))
    report(['tracks', index, 'id'], `没有步骤打开“${track.name.zh}”`, `no step opens the track ${track.id}`);
}

/** Steps name what exists; every state of a track can be reached from its beginning, and every open one left. */
export function checkTracks(procedure: ProcedureFile, names: PackNames, report: Report): void {
  procedure.steps.forEach((step, index) => checkStep(step, procedure, names, ['steps', index], report));
  procedure.tracks.forEach((track, index) => {
    if (track.opens_if) names.condition(track.opens_if, ['tracks', index, 'opens_if']);
    checkTrack(track, procedure, index, report);
  });
}
