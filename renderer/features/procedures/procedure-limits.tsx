import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Limit } from '#shared/procedure/limit.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ColumnHeads } from './column-heads.tsx';
import { FigureForm } from './figure-form.tsx';
import { limitWords } from './figure-words.ts';
import { OwnCell } from './own-cell.tsx';

export interface ProcedureLimitsProps {
  /** As the office set it. */
  readonly procedure: Procedure;
  readonly language: Language;
}

interface LimitFormProps {
  readonly procedure: string;
  readonly limit: Limit;
  readonly language: Language;
  readonly onDone: () => void;
}

function LimitForm({ procedure, limit, language, onDone }: LimitFormProps): ReactNode {
  const { id, name, amount, unit } = limit;
  return (
    <FigureForm
      {...{ procedure, amount, unit, onDone }}
      of={`limit ${id}`}
      name={inLanguage(name, language)}
      command={(figure, reason) => ({
        ...{ type: 'set-limit', procedure, limit: id, reason },
        figure: figure && { amount: figure.amount, unit: figure.unit ?? unit },
      })}
    />
  );
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
          // A day that is written on the case is no figure.
          const open = mayChange && limit.due_in === undefined;
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
                  <OwnCell
                    {...{ name, language }}
                    own={set?.figure ? set : undefined}
                    onChange={open ? () => setChanging(changing === limit.id ? null : limit.id) : undefined}
                  />
                </td>
              </tr>
              {changing === limit.id && (
                <tr>
                  <td colSpan={4}>
                    <LimitForm
                      {...{ procedure: procedure.id, limit, language }}
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
