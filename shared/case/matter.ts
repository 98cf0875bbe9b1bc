import type { CaseId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Text } from '#shared/core/text.ts';
import { normalPhone } from '#shared/identity/phone.ts';
import { holds } from '#shared/procedure/condition.ts';
import { getField, homeField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { essence, scalarText, type Values } from '#shared/procedure/values.ts';
import { coverHidden } from '#shared/search/hidden-words.ts';
import type { CaseState } from './case.state.ts';
import { standingOf } from './standing.ts';
import { gramsOf, type Grams } from './text-likeness.ts';

/** What a registration is recognised by; empty where nothing was filled in. */
export interface Signs {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly respondent: string;
  readonly text: Grams;
}

/** A registered case as far as later ones are compared with it. */
export interface Matter {
  readonly id: CaseId;
  readonly number: string;
  readonly procedure: string;
  readonly receivedAt: Instant;
  readonly open: boolean;
  readonly state: Text | undefined;
  readonly signs: Signs;
  /** What stands in the fields of the repeat rule, texts by what is essential in them. */
  readonly answers: Values;
  /** Fields that identify somebody who is kept secret: what stands in them is never shown. */
  readonly sealed: readonly string[];
  /** For the eye: who it is about and how it begins. Empty where the person is kept secret. */
  readonly person: string;
  readonly about: string;
}

/** Short numbers are those of a switchboard or wrong. */
const FEWEST_DIGITS = 7;
const ABOUT_LENGTH = 60;

function phoneOf(text: string): string {
  const phone = text === '' ? '' : normalPhone(text).replace(/\D/g, '');
  return phone.length < FEWEST_DIGITS ? '' : phone;
}

/** The matter and the first long text of the register form: one may be a line, the other the story. */
function textOf({ registration, fields }: Procedure, values: Values): string {
  const long = registration.fields.find(key => getField({ fields }, key).type === 'longtext');
  const keys = new Set([registration.matter, ...(long === undefined ? [] : [long])]);
  return [...keys].map(key => scalarText(values[key])).join('\n');
}

const isAnonymous = ({ registration }: Procedure, values: Values): boolean =>
  registration.anonymous_if !== undefined && holds(registration.anonymous_if, values);

export function signsOf(procedure: Procedure, values: Values): Signs {
  const { registration } = procedure;
  const at = (key: string | undefined): string => (key === undefined ? '' : scalarText(values[key]));
  return {
    name: isAnonymous(procedure, values) ? '' : essence(at(registration.person)),
    phone: phoneOf(at(registration.phone)),
    address: essence(at(homeField(procedure))),
    respondent: essence(at(registration.respondent)),
    text: gramsOf(textOf(procedure, values)),
  };
}

/** What the fields of the repeat rule say, so that equal answers are equal values. */
export const ruleAnswers = ({ repeats }: Pick<Procedure, 'repeats'>, values: Values): Values =>
  Object.fromEntries(
    (repeats?.same ?? []).map(key => {
      const value = values[key] ?? null;
      return [key, typeof value === 'string' ? essence(value) : value];
    }),
  );

export function matterOf(procedure: Procedure, state: CaseState): Matter {
  const { values } = state;
  const { confidentiality, registration } = procedure;
  const sealed = confidentiality && holds(confidentiality.sealed_if, values) ? confidentiality.fields : [];
  const { status, shown } = standingOf(procedure, state);
  const secret = sealed.length > 0;
  return {
    ...{ id: state.id, number: state.number, procedure: state.procedure.id, receivedAt: state.receivedAt },
    ...{ open: status === 'open', state: shown?.name, sealed },
    signs: signsOf(procedure, values),
    answers: ruleAnswers(procedure, values),
    person: secret || isAnonymous(procedure, values) ? '' : scalarText(values[registration.person]),
    about: secret
      ? ''
      : Array.from(coverHidden(procedure, values)(scalarText(values[registration.matter])).trim())
          .slice(0, ABOUT_LENGTH)
          .join(''),
  };
}
