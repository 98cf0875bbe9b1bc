import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate, writtenDateTime } from '#shared/calendar/chinese-date.ts';
import { dayInText, WEEKDAYS } from '#shared/calendar/office-hours.ts';
import { openingsInFigures } from '#shared/calendar/opening.words.ts';
import type { OfficeHoursSince } from '#shared/case/office.state.ts';
import { dateOf, timeOf, type Instant } from '#shared/core/instant.ts';
import { parsePlainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';

export interface HoursTableProps {
  readonly since: OfficeHoursSince;
  readonly language: Language;
}

/** A day that begins with it needs no time. */
const startOf = (from: Instant, language: Language): string =>
  timeOf(from) === '00:00' ? writtenDate(dateOf(from), language) : writtenDateTime(from, language);

/** One table of opening hours, from when on, and who set it. */
export function HoursTable({ since, language }: HoursTableProps): ReactNode {
  const { t } = useTranslation('settings');
  const { from, hours, at, by } = since;
  const dates = Object.keys(hours)
    .filter(key => parsePlainDate(key) !== undefined)
    .sort();
  const title = from === null ? t('hours.usual') : t('hours.since', { from: startOf(from, language) });
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
