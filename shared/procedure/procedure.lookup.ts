import { invariant } from '#shared/core/assert.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Field } from './field.schema.ts';
import { isCaseForm, type CaseForm, type Form } from './form.schema.ts';
import type { Procedure } from './procedure.schema.ts';
import type { State, Step, Track } from './track.schema.ts';

/** These throw on an unknown name: the loader has checked every name that a pack uses. */
export function getField(procedure: Pick<Procedure, 'fields'>, key: string): Field {
  const field = procedure.fields.find(candidate => candidate.key === key);
  invariant(field, `field ${key}`);
  return field;
}

export function getForm(procedure: Pick<Procedure, 'forms'>, id: string): Form {
  const form = procedure.forms.find(candidate => candidate.id === id);
  invariant(form, `form ${id}`);
  return form;
}

export function getCaseForm(procedure: Pick<Procedure, 'forms'>, id: string): CaseForm {
  const form = getForm(procedure, id);
  invariant(isCaseForm(form), `form ${id} of a case`);
  return form;
}

export function getTrack(procedure: Pick<Procedure, 'tracks'>, id: string): Track {
  const track = procedure.tracks.find(candidate => candidate.id === id);
  invariant(track, `track ${id}`);
  return track;
}

export function getState(procedure: Pick<Procedure, 'tracks'>, track: string, id: string): State {
  const state = getTrack(procedure, track).states.find(candidate => candidate.id === id);
  invariant(state, `state ${id} of track ${track}`);
  return state;
}

export const findStep = (procedure: Pick<Procedure, 'steps'>, id: string): Step | undefined =>
  procedure.steps.find(step => step.id === id);

export function getStep(procedure: Pick<Procedure, 'steps'>, id: string): Step {
  const step = findStep(procedure, id);
  invariant(step, `step ${id}`);
  return step;
}

/** The version of a procedure that governs a case received on that day. */
export const isValidOn = (procedure: Pick<Procedure, 'valid_from' | 'valid_to'>, date: PlainDate): boolean =>
  procedure.valid_from <= date && (procedure.valid_to === null || date <= procedure.valid_to);

/** Where somebody lives: the first address on the register form that tells of a person. */
export const homeField = ({
  fields,
  registration,
}: Pick<Procedure, 'fields' | 'registration'>): string | undefined =>
  registration.fields.find(key =>
    fields.some(field => field.key === key && field.type === 'address' && field.personal),
  );
