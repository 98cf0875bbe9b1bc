import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Step, Track } from '#shared/procedure/track.schema.ts';
import { conditionInWords, fieldName, ROLE_WORDS, valueInQuotes } from './pack.words.ts';

const stateName = (track: Track | undefined, id: string): string =>
  track?.states.find(state => state.id === id)?.name.zh ?? id;

function needs(step: Step, procedure: Procedure): readonly string[] {
  const fields = step.fields.map(
    ({ field, required }) => `${fieldName(procedure, field)}${required ? '（必填）' : ''}`,
  );
  const reason = { none: '', optional: '可以写原因', required: '要写原因' }[step.reason];
  return [
    ...(step.only_if ? [`只有${conditionInWords(step.only_if.condition, procedure)}才能走`] : []),
    ...(step.requires ? [`要求：${conditionInWords(step.requires.condition, procedure)}`] : []),
    ...(fields.length > 0 ? [`填：${fields.join('、')}`] : []),
    ...(step.grounds === undefined ? [] : [`选一条情形（${step.grounds}）`]),
    ...(reason === '' ? [] : [reason]),
    ...(step.needs_printed.length > 0 ? [`先要出过：${step.needs_printed.join('、')}`] : []),
    ...(step.needs_signed.length > 0 ? [`先要签回：${step.needs_signed.join('、')}`] : []),
    ...(step.approval ? [`${ROLE_WORDS[step.approval]}批准`] : []),
    ...(step.files_away ? ['案卷要齐'] : []),
  ];
}

function follows(step: Step, procedure: Procedure): readonly string[] {
  const track = (id: string): Track | undefined => procedure.tracks.find(each => each.id === id);
  const sets = Object.entries(step.sets).map(
    ([key, value]) =>
      `${fieldName(procedure, key)}为${value === '' ? '空' : valueInQuotes(procedure, key, value)}`,
  );
  return [
    ...(step.owes.length > 0 ? [`出：${step.owes.join('、')}`] : []),
    ...step.opens.map(id => `开始“${track(id)?.name.zh ?? id}”`),
    ...step.closes.map(({ track: id, to }) => `“${track(id)?.name.zh ?? id}”到“${stateName(track(id), to)}”`),
    ...(sets.length > 0 ? [`自动填：${sets.join('、')}`] : []),
  ];
}

function linesOf(step: Step, procedure: Procedure): readonly string[] {
  const track = procedure.tracks.find(({ id }) => id === step.track);
  const from = step.from === 'open' ? '任一在办状态' : step.from.map(id => stateName(track, id)).join('、');
  const to = step.to === undefined ? '状态不变' : stateName(track, step.to);
  const marks = `${step.likely ? '，通常走' : ''}${step.unverified ? '，未核对' : ''}`;
  return [
    `    ${step.name.zh}（${step.id}，${ROLE_WORDS[step.role]}${marks}）：${from} → ${to}`,
    ...needs(step, procedure).map(line => `      ${line}`),
    ...follows(step, procedure).map(line => `      ${line}`),
  ];
}

/** Steps by tracks, with what they ask and what follows from them; then the lists of grounds. */
export const stepLines = (procedure: Procedure): readonly string[] => [
  '步骤',
  ...procedure.tracks.flatMap(track => [
    `  ${track.name.zh}`,
    ...procedure.steps.filter(step => step.track === track.id).flatMap(step => linesOf(step, procedure)),
  ]),
  ...Object.entries(procedure.grounds).flatMap(([id, { field, items, unverified }]) => [
    `情形 ${id}（记在“${fieldName(procedure, field)}”${unverified ? '，未核对' : ''}）`,
    ...items.map(
      ({ no, text, unverified: open }) =>
        `  ${/^\w+$/.test(no) ? `${no}.` : no} ${text.zh}${open ? '（未核对）' : ''}`,
    ),
  ]),
];
