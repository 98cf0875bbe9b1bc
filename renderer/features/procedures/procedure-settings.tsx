import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { settingValue } from '#shared/documents/form.subject.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Setting } from '#shared/procedure/setting.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useFormDraft } from '#renderer/db/live/use-form-draft.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { OwnForm } from './own-form.tsx';

export interface ProcedureSettingsProps {
  readonly procedure: Procedure;
  readonly language: Language;
}

interface SettingFormProps {
  readonly procedure: string;
  readonly setting: Setting;
  readonly now: string;
  readonly language: Language;
  readonly onDone: () => void;
}

function SettingForm({ procedure, setting, now, language, onDone }: SettingFormProps): ReactNode {
  const { t } = useTranslation('procedures');
  const { key } = setting;
  const draft = useFormDraft({ form: 'own', of: `setting ${key}`, procedure }, { value: now, reason: '' });
  const { value } = draft.texts;
  return (
    <OwnForm
      name={inLanguage(setting.label, language)}
      draft={draft}
      saveWords={t('saveText')}
      own={reason => ({ type: 'change-setting', procedure, key, value, reason })}
      back={reason => ({ type: 'change-setting', procedure, key, value: null, reason })}
      onDone={onDone}
    >
      <label>
        {t('value')}
        <textarea
          autoComplete="off"
          rows={2}
          autoFocus
          value={value}
          onChange={event => draft.write({ value: event.currentTarget.value })}
        />
      </label>
    </OwnForm>
  );
}

/** Texts of a pack that each office words itself: names, addresses, what the source leaves open. */
export function ProcedureSettings({ procedure, language }: ProcedureSettingsProps): ReactNode {
  const { t } = useTranslation('procedures');
  const { me, office } = useOpenDesk();
  const [changing, setChanging] = useState<string | null>(null);
  const mayChange = me.roles.includes('administrator');
  return (
    <dl className="case-fields">
      {procedure.settings.map(setting => {
        const now = settingValue(procedure, setting.key, office.name, language);
        const name = inLanguage(setting.label, language);
        return (
          <div key={setting.key}>
            <dt>
              {name}
              {setting.unverified && <span className="procedure-mark">{t('mark')}</span>}
            </dt>
            <dd>
              {now || t('none')}{' '}
              {mayChange && (
                <ActButton
                  size="small"
                  aria-label={t('setTitle', { name })}
                  onClick={() => setChanging(changing === setting.key ? null : setting.key)}
                >
                  {t('set')}
                </ActButton>
              )}
              {changing === setting.key && (
                <SettingForm
                  procedure={procedure.id}
                  setting={setting}
                  now={now}
                  language={language}
                  onDone={() => setChanging(null)}
                />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
