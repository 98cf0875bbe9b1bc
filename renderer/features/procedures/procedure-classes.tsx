import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SPAN_UNITS } from '#shared/case/own-figure.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Severity } from '#shared/procedure/severity.schema.ts';
import { thresholdsOf, type Threshold } from '#shared/procedure/severity.thresholds.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ColumnHeads } from './column-heads.tsx';
import { FigureForm } from './figure-form.tsx';
import { figureWords } from './figure-words.ts';
import { OwnCell } from './own-cell.tsx';
import { ownFigureOf } from './own-figures.ts';

export interface ProcedureClassesProps {
  /** As the office set it. */
  readonly procedure: Procedure;
  readonly severity: Severity;
  readonly language: Language;
}

/** The classes of a procedure and by which figures a case comes into them; an administrator may set another one. */
export function ProcedureClasses({ procedure, severity, language }: ProcedureClassesProps): ReactNode {
  const { t } = useTranslation('procedures');
  const { me, office } = useOpenDesk();
  const [changing, setChanging] = useState<string | null>(null);
  const mayChange = me.roles.includes('administrator');
  const className = (id: string): string => {
    const found = severity.classes.find(each => each.id === id);
    return found ? inLanguage(found.name, language) : id;
  };
  const fieldName = ({ field: key }: Threshold): string => {
    const field = procedure.fields.find(each => each.key === key);
    return field ? inLanguage(field.label, language) : '';
  };
  const partName = (threshold: Threshold): string =>
    t(`threshold.name.${threshold.kind}`, { field: fieldName(threshold) });
  const partWords = (threshold: Threshold): string => {
    const { kind, amount, unit } = threshold;
    const figure = unit === undefined ? String(amount) : figureWords(t, { amount, unit });
    return t(`threshold.words.${kind}`, { field: fieldName(threshold), figure });
  };
  return (
    <table>
      <ColumnHeads
        words={(['class', 'rule', 'figure', 'own'] as const).map(key => t(`threshold.head.${key}`))}
      />
      <tbody>
        {severity.rules.map(rule => {
          const thresholds = thresholdsOf(rule);
          const head = (
            <>
              <td>
                {className(rule.class)}
                {rule.unverified && <span className="procedure-mark">{t('mark')}</span>}
              </td>
              <td>{inLanguage(rule.why, language)}</td>
            </>
          );
          if (thresholds.length === 0)
            return (
              <tr key={rule.id}>
                {head}
                <td />
                <td />
              </tr>
            );
          return thresholds.map((threshold, nth) => {
            const { part, amount, unit } = threshold;
            const id = `${rule.id} ${part}`;
            const name = `${className(rule.class)}：${partName(threshold)}`;
            const isIt: Parameters<typeof ownFigureOf>[2] = set =>
              set.of === 'threshold' && set.id === rule.id && set.part === part;
            return (
              <Fragment key={id}>
                <tr>
                  {nth === 0 ? head : <td colSpan={2} />}
                  <td className="num">{partWords(threshold)}</td>
                  <td>
                    <OwnCell
                      {...{ name, language }}
                      own={ownFigureOf(office, procedure.id, isIt)}
                      onChange={mayChange ? () => setChanging(changing === id ? null : id) : undefined}
                    />
                  </td>
                </tr>
                {changing === id && (
                  <tr>
                    <td colSpan={4}>
                      <FigureForm
                        {...{ name, amount, unit, units: SPAN_UNITS }}
                        procedure={procedure.id}
                        of={`threshold ${id}`}
                        command={(figure, reason) => ({
                          ...{ type: 'set-figure', procedure: procedure.id, reason },
                          set: { of: 'threshold', id: rule.id, part, figure },
                        })}
                        onDone={() => setChanging(null)}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          });
        })}
      </tbody>
    </table>
  );
}
