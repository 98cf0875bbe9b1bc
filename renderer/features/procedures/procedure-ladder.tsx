import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Escalation } from '#shared/procedure/escalation.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ColumnHeads } from './column-heads.tsx';
import { FigureForm } from './figure-form.tsx';
import { figureWords } from './figure-words.ts';
import { OwnCell } from './own-cell.tsx';
import { ownFigureOf } from './own-figures.ts';

export interface ProcedureLadderProps {
  /** Id of the procedure. */
  readonly procedure: string;
  /** As the office set it. */
  readonly escalation: Escalation;
  readonly language: Language;
}

/** Who a case goes up to and after how long; an administrator may set another time, with a reason. */
export function ProcedureLadder({ procedure, escalation, language }: ProcedureLadderProps): ReactNode {
  const { t } = useTranslation('procedures');
  const { me, office } = useOpenDesk();
  const [changing, setChanging] = useState<string | null>(null);
  const mayChange = me.roles.includes('administrator');
  return (
    <>
      <p className="procedure-quiet">{t(`ladder.${escalation.counted_from}`)}</p>
      <table>
        <ColumnHeads words={(['to', 'after', 'own'] as const).map(key => t(`ladder.${key}`))} />
        <tbody>
          {escalation.levels.map(level => {
            const { id, after } = level;
            const name = t('ladder.name', { to: inLanguage(level.to, language) });
            return (
              <Fragment key={id}>
                <tr>
                  <td>
                    {inLanguage(level.to, language)}
                    {level.unverified && <span className="procedure-mark">{t('mark')}</span>}
                  </td>
                  <td className="num">{figureWords(t, after)}</td>
                  <td>
                    <OwnCell
                      {...{ name, language }}
                      own={ownFigureOf(office, procedure, set => set.of === 'level' && set.id === id)}
                      onChange={mayChange ? () => setChanging(changing === id ? null : id) : undefined}
                    />
                  </td>
                </tr>
                {changing === id && (
                  <tr>
                    <td colSpan={3}>
                      <FigureForm
                        {...{ procedure, name, amount: after.amount, unit: after.unit }}
                        of={`level ${id}`}
                        command={(figure, reason) => ({
                          ...{ type: 'set-figure', procedure, reason },
                          set: {
                            ...{ of: 'level', id },
                            figure: figure && { amount: figure.amount, unit: figure.unit ?? after.unit },
                          },
                        })}
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
    </>
  );
}
