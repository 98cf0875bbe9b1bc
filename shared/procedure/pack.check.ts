import { fieldsOf } from './condition.ts';
import { checkForm } from './form.check.ts';
import type { Form } from './form.schema.ts';
import type { Trigger } from './limit.schema.ts';
import type { PackFault, PackSource, Path, Report } from './pack.source.ts';
import type { ProcedureFile } from './procedure.schema.ts';
import { checkTracks } from './track.check.ts';

const reporter =
  (source: PackSource, faults: PackFault[]): Report =>
  (path, zh, en) =>
    faults.push({ file: source.file, line: source.lineOf(path), message: { zh, en } });

function checkUnique(list: readonly string[], path: string, key: string, report: Report): void {
  list.forEach((id, index) => {
    if (list.indexOf(id) !== index) report([path, index, key], `“${id}”写了两次`, `“${id}” is defined twice`);
  });
}

/** Everything that one part of a pack says of another: every name that is used must exist. */
export function checkReferences(
  procedure: ProcedureFile,
  source: PackSource,
  forms: readonly { readonly form: Form; readonly source: PackSource }[],
): readonly PackFault[] {
  const faults: PackFault[] = [];
  const report = reporter(source, faults);
  const fields = new Map(procedure.fields.map(field => [field.key, field]));
  const steps = new Set(procedure.steps.map(step => step.id));
  const formIds = new Set(forms.map(({ form }) => form.id));

  const wantField = (key: string, path: Path): void => {
    if (!fields.has(key)) report(path, `没有这个字段：${key}`, `no such field: ${key}`);
  };
  const wantForm = (id: string, path: Path): void => {
    if (!formIds.has(id)) report(path, `没有这张表单：${id}`, `no such form: ${id}`);
  };
  const wantTrigger = (trigger: Trigger, path: Path): void => {
    if ('step' in trigger && !steps.has(trigger.step))
      report([...path, 'step'], `没有这个步骤：${trigger.step}`, `no such step: ${trigger.step}`);
    if ('printed' in trigger) wantForm(trigger.printed, [...path, 'printed']);
    if ('date_in' in trigger) {
      wantField(trigger.date_in, [...path, 'date_in']);
      const type = fields.get(trigger.date_in)?.type;
      if (type !== undefined && type !== 'date' && type !== 'datetime')
        report([...path, 'date_in'], `${trigger.date_in} 不是日期`, `${trigger.date_in} is not a date`);
    }
  };

  checkUnique(
    procedure.fields.map(field => field.key),
    'fields',
    'key',
    report,
  );
  checkUnique(
    procedure.steps.map(step => step.id),
    'steps',
    'id',
    report,
  );
  checkUnique(
    procedure.limits.map(limit => limit.id),
    'limits',
    'id',
    report,
  );
  checkUnique(
    procedure.tracks.map(track => track.id),
    'tracks',
    'id',
    report,
  );

  procedure.fields.forEach((field, index) => {
    for (const name of ['required_if', 'shown_if'] as const) {
      const condition = field[name];
      if (condition) for (const key of fieldsOf(condition)) wantField(key, ['fields', index, name]);
    }
  });

  const { registration } = procedure;
  wantForm(registration.form, ['registration', 'form']);
  registration.fields.forEach((key, index) => wantField(key, ['registration', 'fields', index]));
  for (const name of ['matter', 'person', 'category', 'respondent', 'phone'] as const) {
    const key = registration[name];
    if (key !== undefined) wantField(key, ['registration', name]);
  }
  if (registration.satisfaction)
    wantField(registration.satisfaction.field, ['registration', 'satisfaction', 'field']);
  if (registration.anonymous_if)
    for (const key of fieldsOf(registration.anonymous_if)) wantField(key, ['registration', 'anonymous_if']);

  procedure.steps.forEach((step, index) => {
    const at: Path = ['steps', index];
    step.fields.forEach((entry, place) => wantField(entry.field, [...at, 'fields', place, 'field']));
    if (step.only_if)
      for (const key of fieldsOf(step.only_if.condition)) wantField(key, [...at, 'only_if', 'condition']);
    if (step.grounds !== undefined && !(step.grounds in procedure.grounds))
      report(
        [...at, 'grounds'],
        `没有这张情形清单：${step.grounds}`,
        `no such list of grounds: ${step.grounds}`,
      );
    step.needs_printed.forEach((id, place) => wantForm(id, [...at, 'needs_printed', place]));
    step.owes.forEach((id, place) => wantForm(id, [...at, 'owes', place]));
  });

  procedure.limits.forEach((limit, index) => {
    for (const name of ['starts', 'ends', 'stops'] as const)
      limit[name].forEach((trigger, place) => wantTrigger(trigger, ['limits', index, name, place]));
    limit.pauses.forEach((pause, place) => {
      wantTrigger(pause.from, ['limits', index, 'pauses', place, 'from']);
      wantTrigger(pause.to, ['limits', index, 'pauses', place, 'to']);
    });
  });

  if (procedure.confidentiality) {
    for (const key of fieldsOf(procedure.confidentiality.sealed_if))
      wantField(key, ['confidentiality', 'sealed_if']);
    procedure.confidentiality.fields.forEach((key, index) =>
      wantField(key, ['confidentiality', 'fields', index]),
    );
  }
  if (procedure.valid_to !== null && procedure.valid_to < procedure.valid_from)
    report(['valid_to'], '失效日期早于生效日期', 'valid_to is before valid_from');

  checkTracks(procedure, report);
  for (const { form, source: formSource } of forms) checkForm(form, procedure, reporter(formSource, faults));
  return faults;
}
