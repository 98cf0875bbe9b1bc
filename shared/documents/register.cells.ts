import { isSealed, sealedCode } from '#shared/bundle/sealing.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { inLanguage } from '#shared/core/text.ts';
import { valueOnPaper } from '#shared/procedure/field.kinds.ts';
import { getField, getState } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { coverHidden } from '#shared/search/hidden-words.ts';

/** A line of the register, as it is written wherever it stands. */
export interface RegisterTexts {
  readonly person: string;
  readonly respondent: string;
  readonly matter: string;
  readonly category: string;
  readonly states: string;
}

const MATTER_LENGTH = 120;

const shortened = (text: string): string =>
  Array.from(text).length > MATTER_LENGTH
    ? `${Array.from(text)
        .slice(0, MATTER_LENGTH - 1)
        .join('')}…`
    : text;

const codeOf = (procedure: Procedure, { values, number }: CaseState): string | null =>
  isSealed(procedure, values) ? sealedCode(procedure, number) : null;

/** `code` stands in the place of the name where the person is hidden. */
export function registerTexts(
  state: CaseState,
  procedure: Procedure,
  code: string | null = codeOf(procedure, state),
): RegisterTexts {
  const { registration } = procedure;
  const shown = (key: string | undefined): string =>
    key === undefined ? '' : valueOnPaper(getField(procedure, key), state.values[key], 'zh-CN');
  return {
    person: code ?? (shown(registration.person) || '匿名'),
    respondent: shown(registration.respondent),
    matter: shortened(coverHidden(procedure, state.values)(shown(registration.matter))),
    category: shown(registration.category),
    states: Object.entries(state.tracks)
      .map(([track, { state: at }]) => inLanguage(getState(procedure, track, at).name, 'zh-CN'))
      .join('、'),
  };
}
