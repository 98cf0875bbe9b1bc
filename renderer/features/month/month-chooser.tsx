import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';

export interface MonthChooserProps {
  /** The newest first. */
  readonly months: readonly PlainMonth[];
  readonly at: PlainMonth;
  /** What an entry of the list says: the month, and whether it is locked. */
  readonly named: (month: PlainMonth) => string;
  readonly onChange: (month: PlainMonth) => void;
}

/** Any month the office has books of: from the list, or the one before and after by key. */
export function MonthChooser({ months, at, named, onChange }: MonthChooserProps): ReactNode {
  const { t } = useTranslation('month');
  const id = useId();
  const place = months.indexOf(at);
  const [before, after] = [months[place + 1], months[place - 1]];
  const to = (command: Pick<Command, 'id' | 'name' | 'key'>, month: PlainMonth | undefined): Command => ({
    ...{ ...command, group: 'here', repeats: true },
    run: () => {
      if (month !== undefined) onChange(month);
    },
  });
  const earlier = to({ id: 'month-before', name: t('chooser.before'), key: 'Alt+ArrowUp' }, before);
  const later = to({ id: 'month-after', name: t('chooser.after'), key: 'Alt+ArrowDown' }, after);
  useCommands([earlier, later]);
  return (
    <div className="month-period month-chooser">
      <label htmlFor={id}>{t('months')}</label>
      <select
        autoComplete="off"
        id={id}
        value={at}
        onChange={event => {
          const chosen = months.find(month => month === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {months.map(month => (
          <option key={month} value={month}>
            {named(month)}
          </option>
        ))}
      </select>
      <ActButton command={earlier} aria-disabled={before === undefined || undefined} />
      <ActButton command={later} aria-disabled={after === undefined || undefined} />
    </div>
  );
}
