import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDateTime } from '#shared/calendar/chinese-date.ts';
import { dayInText, WEEKDAYS } from '#shared/calendar/office-hours.ts';
import { openingsInFigures } from '#shared/calendar/opening.words.ts';
import type { OfficeHoursSince } from '#shared/case/office.state.ts';
import { parsePlainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';

export interface HoursTableProps {
  readonly since: OfficeHoursSince;
  readonly language: Language;
}

/** One table of opening hours, from when on, and who set it. */
export function HoursTable({ since, language }: HoursTableProps): ReactNode {
  const { t } = useTranslation('settings');
  const { from, hours, at, by } = since;
  const dates = Object.keys(hours)
    .filter(key => parsePlainDate(key) !== undefined)
    .sort();
  const title =
    from === null ? t('hours.usual') : t('hours.since', { from: writtenDateTime(from, language) });
  return (
    <table className="settings-hours">
      <caption>
        {title}
        {at !== undefined && by !== undefined && (
          <small className="settings-quiet">
            {t('hours.setBy', { by, at: writtenDateTime(at, language) })}
          </small>
        )}
      </caption>
      <tbody>
        {[...WEEKDAYS, ...dates].map(day => (
          <tr key={day}>
            <th scope="row">{inLanguage(dayInText(day), language)}</th>
            <td className="num">{openingsInFigures(hours[day] ?? []) || t('hours.closed')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
