import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import {
  DEADLINE_STATES,
  RECEIVED_SPANS,
  type CaseConditions,
  type ConditionKind,
} from '#shared/list/case.conditions.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useKeysInUse } from '#renderer/db/live/use-sieves.ts';
import type { KeyCondition } from '#renderer/db/queries/case-sieves.ts';

export interface ConditionChoice {
  readonly value: string;
  readonly label: string;
}

export interface ConditionWords {
  readonly nameOf: (kind: ConditionKind) => string;
  /** 办理中、待回访 */
  readonly valueOf: (conditions: CaseConditions, kind: ConditionKind) => string;
  /** The keys that occur, and those that are chosen, as choices in the order of the packs; undefined while loading. */
  readonly choices: (kind: KeyCondition, chosen: readonly string[]) => readonly ConditionChoice[] | undefined;
  readonly spans: readonly ConditionChoice[];
  readonly deadlines: readonly ConditionChoice[];
}

const namesIn: Readonly<
  Record<KeyCondition, (procedure: Procedure) => readonly (readonly [string, Text])[]>
> = {
  state: ({ tracks }) => tracks.flatMap(({ states }) => states.map(({ id, name }) => [id, name] as const)),
  category: ({ fields, registration }) =>
    fields
      .filter(({ key }) => key === registration.category)
      .flatMap(({ options = [] }) => options.map(({ value, label }) => [value, label] as const)),
  procedure: ({ id, name }) => [[id, name]],
};

/** What a key is called: by more than one name, where packs call it differently. */
function namesOf(
  procedures: readonly Procedure[],
  kind: KeyCondition,
  language: Language,
): ReadonlyMap<string, string> {
  const names = new Map<string, Set<string>>();
  for (const procedure of procedures)
    for (const [key, name] of namesIn[kind](procedure))
      names.set(key, (names.get(key) ?? new Set()).add(inLanguage(name, language)));
  return new Map(Array.from(names, ([key, all]) => [key, [...all].join('／')]));
}

/** Conditions as people say them. */
export function useConditionWords(): ConditionWords {
  const { t, i18n } = useTranslation('cases');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { procedures: all } = useOpenDesk().store.context;
  const inUse = useKeysInUse();
  return useMemo(() => {
    // The same key is called otherwise in packs no case follows.
    const procedures = inUse ? all.filter(({ id }) => inUse.procedure.includes(id)) : all;
    const names = {
      state: namesOf(procedures, 'state', language),
      category: namesOf(procedures, 'category', language),
      procedure: namesOf(procedures, 'procedure', language),
    };
    const listed = (words: readonly string[]): string => words.join(t('condition.list'));
    const valueOf = (conditions: CaseConditions, kind: ConditionKind): string => {
      if (kind === 'deadline')
        return listed((conditions.deadline ?? []).map(each => t(`condition.deadlineIs.${each}`)));
      if (kind === 'received') {
        const { received } = conditions;
        if (received === undefined) return '';
        return typeof received === 'string'
          ? t(`condition.receivedIn.${received}`)
          : t('condition.between', received);
      }
      return listed((conditions[kind] ?? []).map(key => names[kind].get(key) ?? key));
    };
    return {
      valueOf,
      nameOf: kind => t(`condition.name.${kind}`),
      choices: (kind, chosen) => {
        if (!inUse) return undefined;
        const keys = [...new Set([...inUse[kind], ...chosen])];
        const known = [...names[kind].keys()].filter(key => keys.includes(key));
        const others = keys.filter(key => !names[kind].has(key));
        return [...known, ...others].map(value => ({ value, label: names[kind].get(value) ?? value }));
      },
      spans: RECEIVED_SPANS.map(value => ({ value, label: t(`condition.receivedIn.${value}`) })),
      deadlines: DEADLINE_STATES.map(value => ({ value, label: t(`condition.deadlineIs.${value}`) })),
    };
  }, [t, language, all, inUse]);
}
