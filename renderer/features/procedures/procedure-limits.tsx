import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { ColumnHeads } from './column-heads.tsx';
import { limitWords } from './figure-words.ts';
import { OwnFigureForm } from './own-figure-form.tsx';

export interface ProcedureLimitsProps {
  /** As the office set it. */
  readonly procedure: Procedure;
  readonly language: Language;
}

/** The limits of a procedure with their rules; an administrator may set another figure, with a reason. */
export function ProcedureLimits({ procedure, language }: ProcedureLimitsProps): ReactNode {
  const { t } = useTranslation('procedures');
  const { me, office } = useOpenDesk();
  const [changing, setChanging] = useState<string | null>(null);
  const mayChange = me.roles.includes('administrator');
  const own = new Map(
    office.overrides.flatMap(each =>
      each.kind === 'limit' && each.procedure === procedure.id ? [[each.limit, each] as const] : [],
    ),
  );
  return (
    <table>
      <ColumnHeads words={(['name', 'figure', 'rule', 'own'] as const).map(key => t(`limit.${key}`))} />
      <tbody>
        {procedure.limits.map(limit => {
          const set = own.get(limit.id);
          const name = inLanguage(limit.name, language);
          return (
            <Fragment key={limit.id}>
              <tr>
                <td>
                  {name}
                  {limit.unverified && <span className="procedure-mark">{t('mark')}</span>}
                  <div className="procedure-quiet num">{limit.id}</div>
                </td>
                <td className="num">{limitWords(t, limit)}</td>
                <td>
                  {inLanguage(limit.rule, language)}
                  {limit.source && (
                    <div className="procedure-quiet">{inLanguage(limit.source, language)}</div>
                  )}
                </td>
                <td>
                  {set?.figure && <div>{set.reason}</div>}
                  {mayChange && limit.due_in === undefined && (
                    <ActButton
                      size="small"
                      aria-label={t('setTitle', { name })}
                      onClick={() => setChanging(changing === limit.id ? null : limit.id)}
                    >
                      {t('set')}
                    </ActButton>
                  )}
                </td>
              </tr>
              {changing === limit.id && (
                <tr>
                  <td colSpan={4}>
                    <OwnFigureForm
                      procedure={procedure.id}
                      limit={limit}
                      language={language}
                      onDone={() => setChanging(null)}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
