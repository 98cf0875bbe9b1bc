import { holds } from '#shared/procedure/condition.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Values } from '#shared/procedure/values.ts';

/** The form a case with these values is registered on: a report has another one than a complaint. */
export const registrationForm = ({ registration }: Pick<Procedure, 'registration'>, values: Values): string =>
  registration.forms.find(other => holds(other.if, values))?.form ?? registration.form;
