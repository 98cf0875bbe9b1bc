import type { Limit, Trigger } from './limit.schema.ts';
import type { PackNames } from './pack.names.ts';
import type { Path, Report } from './pack.source.ts';

function checkTrigger(trigger: Trigger, names: PackNames, path: Path, report: Report): void {
  if ('step' in trigger) names.step(trigger.step, [...path, 'step']);
  if ('printed' in trigger) names.casePaper(trigger.printed, [...path, 'printed']);
  if ('signed' in trigger) names.casePaper(trigger.signed, [...path, 'signed']);
  if ('opened' in trigger) names.track(trigger.opened, [...path, 'opened']);
  if ('level' in trigger) names.level(trigger.level, [...path, 'level']);
  if ('severity' in trigger)
    trigger.severity.forEach((id, place) => names.severity(id, [...path, 'severity', place]));
  if ('date_in' in trigger) checkDate(trigger.date_in, names, [...path, 'date_in'], report);
}

function checkDate(key: string, names: PackNames, path: Path, report: Report): void {
  const type = names.field(key, path)?.type;
  if (type !== undefined && type !== 'date' && type !== 'datetime')
    report(path, `${key} 不是日期`, `${key} is not a date`);
}

export function checkLimit(limit: Limit, names: PackNames, at: Path, report: Report): void {
  for (const name of ['starts', 'ends', 'stops'] as const)
    limit[name].forEach((trigger, place) => checkTrigger(trigger, names, [...at, name, place], report));
  limit.pauses.forEach((pause, place) => {
    checkTrigger(pause.from, names, [...at, 'pauses', place, 'from'], report);
    checkTrigger(pause.to, names, [...at, 'pauses', place, 'to'], report);
  });
  if (limit.applies_if) names.condition(limit.applies_if, [...at, 'applies_if']);
  if (limit.due_in !== undefined) checkDate(limit.due_in, names, [...at, 'due_in'], report);
}
