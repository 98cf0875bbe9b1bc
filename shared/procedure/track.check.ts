import type { Report } from './pack.source.ts';
import type { ProcedureFile } from './procedure.schema.ts';

/** Every state of a track can be reached from its beginning, and every open one can be left. */
export function checkTracks(procedure: ProcedureFile, report: Report): void {
  const trackIds = new Set(procedure.tracks.map(track => track.id));

  procedure.steps.forEach((step, index) => {
    const track = procedure.tracks.find(candidate => candidate.id === step.track);
    if (!track) {
      report(['steps', index, 'track'], `没有这条线：${step.track}`, `no such track: ${step.track}`);
      return;
    }
    const states = new Set(track.states.map(state => state.id));
    step.from.forEach((from, place) => {
      if (!states.has(from))
        report(['steps', index, 'from', place], `没有这个状态：${from}`, `no such state: ${from}`);
    });
    if (step.to !== undefined && !states.has(step.to))
      report(['steps', index, 'to'], `没有这个状态：${step.to}`, `no such state: ${step.to}`);
    step.opens.forEach((id, place) => {
      if (!trackIds.has(id))
        report(['steps', index, 'opens', place], `没有这条线：${id}`, `no such track: ${id}`);
    });
  });

  procedure.tracks.forEach((track, index) => {
    if (!track.states.some(state => state.id === track.initial)) {
      report(
        ['tracks', index, 'initial'],
        `没有这个状态：${track.initial}`,
        `no such state: ${track.initial}`,
      );
      return;
    }
    const steps = procedure.steps.filter(step => step.track === track.id);
    const reached = new Set([track.initial]);
    for (let grown = true; grown;) {
      grown = false;
      for (const step of steps)
        if (step.to !== undefined && !reached.has(step.to) && step.from.some(from => reached.has(from))) {
          reached.add(step.to);
          grown = true;
        }
    }
    track.states.forEach((state, place) => {
      const at = ['tracks', index, 'states', place];
      if (!reached.has(state.id))
        report(at, `没有步骤能走到“${state.name.zh}”`, `no step leads to ${state.id}`);
      const left = steps.some(step => step.to !== undefined && step.from.includes(state.id));
      if (state.kind === 'open' && !left)
        report(at, `走到“${state.name.zh}”就走不出去了`, `no step leads on from ${state.id}`);
    });
    if (!track.opens_at_registration && !procedure.steps.some(step => step.opens.includes(track.id)))
      report(
        ['tracks', index, 'id'],
        `没有步骤打开“${track.name.zh}”`,
        `no step opens the track ${track.id}`,
      );
  });
}
