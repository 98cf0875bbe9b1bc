import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '#shared/case/case.state.ts';
import { identityFields } from '#shared/case/identity.rules.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { mayGoAlong } from '#shared/transfer/leaving.fields.ts';
import { MOST_TRANSFER_REASON } from '#shared/transfer/transfer.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';

export interface GoingAlong {
  /** What may go along of somebody the case hides. */
  readonly offered: readonly Field[];
  /** Some of it is covered here too, and this person did not open it. */
  readonly isCovered: boolean;
  readonly ticked: readonly string[];
  readonly tick: (key: string, isTicked: boolean) => void;
}

/** Nothing goes along that nobody ticked, however often the form is opened. */
export function useGoesAlong(procedure: Procedure, state: CaseState): GoingAlong {
  const { me } = useOpenDesk();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const sealed = identityFields(procedure, state.values);
  const isOpen = state.identityOpenedBy?.includes(me.person) ?? false;
  const fields = mayGoAlong(procedure, state);
  const offered = fields.filter(({ key }) => isOpen || !sealed.has(key));
  return {
    ...{ offered, isCovered: offered.length < fields.length },
    ticked: ticked.filter(key => offered.some(field => field.key === key)),
    tick: (key, isTicked) =>
      setTicked(before => [...before.filter(each => each !== key), ...(isTicked ? [key] : [])]),
  };
}

export interface GoesAlongProps {
  readonly along: GoingAlong;
  readonly reason: string;
  readonly missing: boolean;
  readonly onChange: (reason: string) => void;
}

/** 随案转出: by a telephone number somebody is found; so each is ticked by itself, and why is written down. */
export function GoesAlong({ along, reason, missing, onChange }: GoesAlongProps): ReactNode {
  const { t, i18n } = useTranslation('transfers');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { offered, isCovered, ticked, tick } = along;
  if (offered.length === 0) return isCovered && <p className="transfers-quiet">{t('along.covered')}</p>;
  return (
    <fieldset>
      <legend>{t('along.title')}</legend>
      <p className="transfers-quiet">{t('along.note')}</p>
      {offered.map(({ key, label }) => (
        <label key={key} className="transfers-choice">
          <input
            type="checkbox"
            checked={ticked.includes(key)}
            onChange={event => tick(key, event.currentTarget.checked)}
          />
          <span>{inLanguage(label, language)}</span>
        </label>
      ))}
      {isCovered && <p className="transfers-quiet">{t('along.covered')}</p>}
      {ticked.length > 0 && (
        <label>
          {t('along.reason')}
          <textarea
            autoComplete="off"
            rows={2}
            maxLength={MOST_TRANSFER_REASON}
            value={reason}
            aria-invalid={missing || undefined}
            onChange={event => onChange(event.currentTarget.value)}
          />
        </label>
      )}
    </fieldset>
  );
}
