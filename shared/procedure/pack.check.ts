import { checkFields } from './field.check.ts';
import { checkFigures } from './figures.check.ts';
import { checkForm } from './form.check.ts';
import type { Form } from './form.schema.ts';
import { checkCards } from './guidance.check.ts';
import type { GuidanceFile } from './guidance.schema.ts';
import { checkLimit } from './limit.check.ts';
import type { ReadPart } from './pack.mend.ts';
import { checkValue, packNames, type FormNames, type PackNames } from './pack.names.ts';
import { reporter, type PackFault, type Path, type Report } from './pack.source.ts';
import type { ProcedureFile } from './procedure.schema.ts';
import { checkRules } from './rules.check.ts';
import { checkTracks } from './track.check.ts';
import { checkValueRules } from './value-rule.check.ts';

/** A pack as far as it could be read. */
export interface PackParts {
  readonly procedure: ReadPart<ProcedureFile>;
  readonly forms: readonly ReadPart<Form>[];
  /** Of every form there is a file of, though it cannot be read. */
  readonly formIds: readonly string[];
  readonly cards: ReadPart<GuidanceFile> | undefined;
}

function checkUnique(list: readonly string[], at: Path, key: string, report: Report): void {
  list.forEach((id, index) => {
    if (list.indexOf(id) !== index)
      report([...at, index, key], `“${id}”写了两次`, `“${id}” is defined twice`);
  });
}

const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

function checkTwice(procedure: ProcedureFile, report: Report): void {
  const { severity, escalation, archive } = procedure;
  for (const part of ['fields', 'settings', 'figures', 'rates'] as const)
    checkUnique(
      procedure[part].map(({ key }) => key),
      [part],
      'key',
      report,
    );
  for (const part of ['steps', 'limits', 'tracks', 'duties', 'reports', 'documents', 'checks'] as const)
    checkUnique(ids(procedure[part]), [part], 'id', report);
  procedure.tracks.forEach(({ states }, index) =>
    checkUnique(ids(states), ['tracks', index, 'states'], 'id', report),
  );
  for (const [id, { items }] of Object.entries(procedure.grounds))
    checkUnique(
      items.map(({ no }) => no),
      ['grounds', id, 'items'],
      'no',
      report,
    );
  checkUnique(ids(severity?.classes ?? []), ['severity', 'classes'], 'id', report);
  checkUnique(ids(severity?.rules ?? []), ['severity', 'rules'], 'id', report);
  checkUnique(ids(escalation?.levels ?? []), ['escalation', 'levels'], 'id', report);
  checkUnique(ids(archive?.contents ?? []), ['archive', 'contents'], 'id', report);
}

function checkRegistration({ registration }: ProcedureFile, names: PackNames, report: Report): void {
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
  const { satisfaction } = registration;
  if (satisfaction) {
    const at = ['registration', 'satisfaction'];
    const field = names.field(satisfaction.field, [...at, 'field']);
    satisfaction.satisfied_by.forEach((value, index) =>
      checkValue(field, value, [...at, 'satisfied_by', index], report),
    );
  }
  if (registration.anonymous_if) names.condition(registration.anonymous_if, ['registration', 'anonymous_if']);
}

/** Everything that one part of a pack says of another: every name that is used must exist. */
export function checkReferences({ procedure: read, forms, formIds, cards }: PackParts): readonly PackFault[] {
  const faults: PackFault[] = [];
  const { data: procedure } = read;
  const report = reporter(read.source, faults, read.mended);
  const known: FormNames = {
    all: formIds,
    registers: ids(forms.map(({ data }) => data).filter(({ sheet }) => sheet === 'register')),
  };
  const names = packNames(procedure, known, report);

  checkTwice(procedure, report);
  checkFields(procedure, names, report);
  checkValueRules(procedure, names, report);
  checkRegistration(procedure, names, report);
  checkTracks(procedure, names, report);
  procedure.limits.forEach((limit, index) => checkLimit(limit, names, ['limits', index], report));
  checkRules(procedure, names);
  checkFigures(procedure, names, report);
  if (procedure.valid_to !== null && procedure.valid_to < procedure.valid_from)
    report(['valid_to'], '失效日期早于生效日期', 'valid_to is before valid_from');

  for (const { data: form, source, mended } of forms) {
    const formReport = reporter(source, faults, mended);
    checkForm(form, packNames(procedure, known, formReport), formReport);
  }
  if (cards) {
    const cardReport = reporter(cards.source, faults, cards.mended);
    checkCards(cards.data, packNames(procedure, known, cardReport), cardReport);
  }
  return faults;
}
