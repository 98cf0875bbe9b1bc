import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './bar-chart.css';

export interface BarPart {
  /** 按时办结 · 逾期办结 · 在办 */
  readonly name: string;
  /** Solid is in time, hatched is late, hollow is open. */
  readonly fill: 'solid' | 'hatched' | 'hollow';
}

export interface BarRow {
  readonly id: string;
  readonly label: string;
  /** One value for each part, in their order. */
  readonly values: readonly number[];
  /** Stands at the end in place of the sum and its unit: 66.7%. */
  readonly words?: string | undefined;
  /** Opens the cases behind the bar. */
  readonly onOpen?: (() => void) | undefined;
}

export interface BarChartProps {
  readonly title: string;
  /** What is counted: 件. */
  readonly unit: string;
  readonly parts: readonly BarPart[];
  readonly rows: readonly BarRow[];
  /** What fills the whole width, where that is not the longest row: 1 for shares. */
  readonly full?: number | undefined;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Bars with their number at the end. Read row by row it is a list; the table of the same figures is the caller's. */
export function BarChart({ title, unit, parts, rows, full }: BarChartProps): ReactNode {
  const most = Math.max(...rows.map(row => sum(row.values)));
  // Bars of nothing at all have no length, whatever they are measured by.
  const longest = full ?? (most > 0 ? most : 1);
  return (
    <figure className="ui-bars" aria-label={`${title} ${unit}`}>
      <figcaption>
        <b>{title}</b> <span>{unit}</span>
        {parts.length > 1 && (
          <ul className="ui-bars-legend" aria-hidden>
            {parts.map(({ name, fill }) => (
              <li key={name}>
                <i className={`ui-bars-${fill} keep-colors`} />
                {name}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      <ol>
        {rows.map(row => (
          <Bar key={row.id} row={row} parts={parts} longest={longest} unit={unit} />
        ))}
      </ol>
    </figure>
  );
}

function Bar({
  row: { label, values, words, onOpen },
  parts,
  longest,
  unit,
}: {
  readonly row: BarRow;
  readonly parts: readonly BarPart[];
  readonly longest: number;
  readonly unit: string;
}): ReactNode {
  const { t, i18n } = useTranslation('ui');
  const total = sum(values);
  const shares = parts
    .map((part, index) => ({ ...part, value: values[index] ?? 0 }))
    .filter(({ value }) => value > 0);
  const content = (
    <>
      <span className="ui-bars-label">{label}</span>
      <span className="ui-bars-track">
        {shares.map(({ name, fill, value }) => (
          <i
            key={name}
            className={`ui-bars-${fill} keep-colors`}
            style={{ width: `${(value / longest) * 100}%` }}
          />
        ))}
        <b className="num">
          {words ?? total.toLocaleString(i18n.language)}
          <span className="sr">
            {words === undefined && ` ${unit} `}
            {parts.length > 1 &&
              shares.map(({ name, value }) => t('chart.partOf', { name, value })).join(' ')}
          </span>
        </b>
      </span>
    </>
  );
  return (
    <li>
      {onOpen === undefined ? (
        <div className="ui-bars-row">{content}</div>
      ) : (
        <button type="button" className="ui-bars-row" onClick={onOpen}>
          {content}
        </button>
      )}
    </li>
  );
}
