import { checkForm } from './form.check.ts';
import type { Form } from './form.schema.ts';
import type { GuidanceCard } from './guidance.schema.ts';
import { checkLimit } from './limit.check.ts';
import { packNames, type PackNames } from './pack.names.ts';
import { reporter, type PackFault, type PackSource, type Report } from './pack.source.ts';
import type { ProcedureFile } from './procedure.schema.ts';
import { checkRules } from './rules.check.ts';
import { checkTracks } from './track.check.ts';

function checkUnique(list: readonly string[], path: string, key: string, report: Report): void {
  list.forEach((id, index) => {
    if (list.indexOf(id) !== index) report([path, index, key], `“${id}”写了两次`, `“${id}” is defined twice`);
  });
}

function checkRegistration({ registration }: ProcedureFile, names: PackNames): void {
  names.form(registration.form, ['registration', 'form']);
  registration.forms.forEach((other, index) => {
    names.form(other.form, ['registration', 'forms', index, 'form']);
    names.condition(other.if, ['registration', 'forms', index, 'if']);
  });
  registration.fields.forEach((key, index) => names.field(key, ['registration', 'fields', index]));
  for (const name of ['matter', 'person', 'category', 'respondent', 'phone'] as const) {
    const key = registration[name];
    if (key !== undefined) names.field(key, ['registration', name]);
  }
  if (registration.satisfaction)
    names.field(registration.satisfaction.field, ['registration', 'satisfaction', 'field']);
  if (registration.anonymous_if) names.condition(registration.anonymous_if, ['registration', 'anonymous_if']);
}

/** Everything that one part of a pack says of another: every name that is used must exist. */
export function checkReferences(
  procedure: ProcedureFile,
  source: PackSource,
  forms: readonly { readonly form: Form; readonly source: PackSource }[],
  guidance: readonly GuidanceCard[],
): readonly PackFault[] {
  const faults: PackFault[] = [];
  const report = reporter(source, faults);
  const plainForms = forms.map(({ form }) => form);
  const names = packNames(procedure, plainForms, report);

  const keys = procedure.fields.map(field => field.key);
  checkUnique(keys, 'fields', 'key', report);
  for (const part of ['steps', 'limits', 'tracks', 'duties', 'reports', 'documents'] as const)
    checkUnique(
      procedure[part].map(({ id }) => id),
      part,
      'id',
      report,
    );

  procedure.fields.forEach((field, index) => {
    for (const name of ['required_if', 'shown_if'] as const) {
      const condition = field[name];
      if (condition) names.condition(condition, ['fields', index, name]);
    }
  });
  checkRegistration(procedure, names);
  checkTracks(procedure, names, report);
  procedure.limits.forEach((limit, index) => checkLimit(limit, names, ['limits', index], report));
  checkRules(procedure, guidance, names, report);
  if (procedure.valid_to !== null && procedure.valid_to < procedure.valid_from)
    report(['valid_to'], '失效日期早于生效日期', 'valid_to is before valid_from');

  for (const { form, source: formSource } of forms) {
    const formReport = reporter(formSource, faults);
    checkForm(form, packNames(procedure, plainForms, formReport), formReport);
  }
  return faults;
}
