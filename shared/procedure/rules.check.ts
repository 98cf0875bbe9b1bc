import type { PackNames } from './pack.names.ts';
import type { ProcedureFile } from './procedure.schema.ts';

function checkSeverity({ severity }: ProcedureFile, names: PackNames): void {
  if (!severity) return;
  if (severity.field !== undefined) names.field(severity.field, ['severity', 'field']);
  severity.rules.forEach((rule, index) => {
    names.severity(rule.class, ['severity', 'rules', index, 'class']);
    if (rule.when) names.condition(rule.when, ['severity', 'rules', index, 'when']);
    rule.repeats?.same.forEach((key, place) =>
      names.field(key, ['severity', 'rules', index, 'repeats', 'same', place]),
    );
    if (rule.repeats?.different !== undefined)
      names.field(rule.repeats.different, ['severity', 'rules', index, 'repeats', 'different']);
  });
}

function checkCalendar({ duties, reports }: ProcedureFile, names: PackNames): void {
  duties.forEach((duty, index) => {
    if (duty.report !== undefined) names.report(duty.report, ['duties', index, 'report']);
  });
  reports.forEach((each, index) => {
    if (each.form !== undefined) names.form(each.form, ['reports', index, 'form']);
  });
}

function checkFile({ archive }: ProcedureFile, names: PackNames): void {
  archive?.contents.forEach((item, index) => {
    const at = ['archive', 'contents', index];
    if (item.when) names.condition(item.when, [...at, 'when']);
    if (item.printed !== undefined) names.casePaper(item.printed, [...at, 'printed']);
    if (item.filled !== undefined) names.field(item.filled, [...at, 'filled']);
  });
}

/** Rules beside the tracks: classes, ladder, duties, archive, secrecy, recusal, repeats. */
export function checkRules(procedure: ProcedureFile, names: PackNames): void {
  checkSeverity(procedure, names);
  procedure.escalation?.ends.forEach((id, index) => names.step(id, ['escalation', 'ends', index]));
  procedure.escalation?.levels.forEach((level, index) => {
    if (level.only_if) names.condition(level.only_if, ['escalation', 'levels', index, 'only_if']);
  });
  checkCalendar(procedure, names);
  checkFile(procedure, names);
  const { confidentiality, recusal, repeats } = procedure;
  if (confidentiality) {
    names.condition(confidentiality.sealed_if, ['confidentiality', 'sealed_if']);
    confidentiality.fields.forEach((key, index) => names.field(key, ['confidentiality', 'fields', index]));
  }
  recusal?.fields.forEach((key, index) => names.field(key, ['recusal', 'fields', index]));
  repeats?.same.forEach((key, index) => names.field(key, ['repeats', 'same', index]));
  for (const [id, list] of Object.entries(procedure.grounds))
    names.field(list.field, ['grounds', id, 'field']);
}
