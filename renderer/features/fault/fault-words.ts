import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { BUNDLE_SENTENCES, type BundleCode } from '#shared/bundle/bundle.refusals.ts';
import type { Obstacle, Refusal } from '#shared/case/refusal.ts';
import { assertNever } from '#shared/core/assert.ts';
import { Instant, timeOf } from '#shared/core/instant.ts';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';

/** What a person reads when something did not happen: what, what was kept, what now. */
export interface FaultWords {
  readonly what: string;
  readonly kept: string;
  readonly next: string;
  /** In one line, for a field or the lock screen. */
  readonly short: string;
  readonly code: string;
}

export type AnyFault = Refusal | DeskFault;

type Translate = (key: string, values?: Record<string, string | number>) => string;

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && typeof value.zh === 'string';

/** Why a step cannot be taken, as part of a sentence. */
export function obstacleInWords(obstacle: Obstacle, t: Translate, language: Language): string {
  switch (obstacle.code) {
    case 'state':
      return t('obstacle.state', { state: inLanguage(obstacle.state, language) });
    case 'role':
      return t('obstacle.role', { role: t(`role.${obstacle.role}`) });
    case 'condition':
      return inLanguage(obstacle.why, language);
    case 'not-printed':
      return t('obstacle.not-printed', { form: inLanguage(obstacle.form, language) });
    case 'not-signed':
      return t('obstacle.not-signed', { form: inLanguage(obstacle.form, language) });
    case 'approval':
      return t('obstacle.approval', { role: t(`role.${obstacle.role}`) });
    case 'asked':
      return t('obstacle.asked');
    case 'recusal':
      return inLanguage(obstacle.why, language);
    case 'archive':
      return t('obstacle.archive', {
        items: obstacle.items.map(item => inLanguage(item, language)).join(t('list')),
      });
    case 'merged':
      return t('obstacle.merged', { number: obstacle.number });
    default:
      return assertNever(obstacle);
  }
}

/** Every detail a sentence may name, as text: labels for field keys, roles in words, instants as times. */
function detailsOf(
  fault: AnyFault,
  t: Translate,
  language: Language,
  procedure: Pick<Procedure, 'fields'> | undefined,
): Record<string, string | number> {
  const label = (key: string): string => {
    const field = procedure?.fields.find(candidate => candidate.key === key);
    return field ? inLanguage(field.label, language) : key;
  };
  const details: Record<string, string | number> = {};
  const given: Record<string, unknown> = 'detail' in fault ? { ...fault.detail } : { ...fault };
  for (const [key, value] of Object.entries(given)) {
    if (isText(value)) details[key] = inLanguage(value, language);
    else if (typeof value === 'string')
      details[key] = Instant.safeParse(value).success ? timeOf(value as Instant) : value;
    else if (typeof value === 'number') details[key] = value;
  }
  if ('fields' in fault)
    details['fields'] = fault.fields.map(key => t('quoted', { name: label(key) })).join(t('list'));
  if ('field' in fault) details['field'] = label(fault.field);
  if ('role' in fault) details['role'] = t(`role.${fault.role}`);
  if ('obstacles' in fault)
    details['why'] = fault.obstacles.map(obstacle => obstacleInWords(obstacle, t, language)).join(t('list'));
  return details;
}

const isBundleCode = (code: string): code is BundleCode => code in BUNDLE_SENTENCES;

const keptKey = (code: string): 'typed' | 'saved' | 'nothing' => {
  const [area] = code.split('/');
  if (area === 'case' || area === 'journal' || area === 'packs' || code === 'storage/disk-full')
    return 'typed';
  return area === 'setup' ? 'nothing' : 'saved';
};

/** Turns any refusal of the program into sentences. The one place where that happens. */
export function faultWords(
  fault: AnyFault,
  t: Translate,
  exists: (key: string) => boolean,
  language: Language,
  procedure?: Pick<Procedure, 'fields'>,
): FaultWords {
  const key = `code.${fault.code.replace('/', '.')}`;
  const details = detailsOf(fault, t, language, procedure);
  const kept = exists(`${key}.kept`) ? t(`${key}.kept`, details) : t(`kept.${keptKey(fault.code)}`);
  const common = { kept, code: fault.code };
  if (isBundleCode(fault.code)) {
    const what = inLanguage(BUNDLE_SENTENCES[fault.code], language);
    return { ...common, what, next: '', short: what };
  }
  const stem = exists(`${key}.what`) ? key : 'unknown';
  const what = t(`${stem}.what`, details);
  const next = t(`${stem}.next`, details);
  return { ...common, what, next, short: `${what}${language === 'en' ? '. ' : '。'}${next}` };
}

/** `useObstacleWords()(obstacle)`, in the language of the window. */
export function useObstacleWords(): (obstacle: Obstacle) => string {
  const { t, i18n } = useTranslation('fault');
  return useCallback(
    obstacle =>
      obstacleInWords(
        obstacle,
        (key, values) => t(key as 'list', values ?? {}),
        i18n.language === 'en' ? 'en' : 'zh-CN',
      ),
    [t, i18n],
  );
}

/** `useFaultWords()(fault, procedure?)`, in the language of the window. */
export function useFaultWords(): (fault: AnyFault, procedure?: Pick<Procedure, 'fields'>) => FaultWords {
  const { t, i18n } = useTranslation('fault');
  return useCallback(
    (fault, procedure) =>
      faultWords(
        fault,
        (key, values) => t(key as 'list', values ?? {}),
        key => i18n.exists(key, { ns: 'fault' }),
        i18n.language === 'en' ? 'en' : 'zh-CN',
        procedure,
      ),
    [t, i18n],
  );
}
