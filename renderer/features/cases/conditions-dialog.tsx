import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { parsePlainDate, type PlainDate } from '#shared/core/plain-date.ts';
import {
  CONDITION_KINDS,
  without,
  type CaseConditions,
  type ConditionKind,
  type ReceivedSpan,
} from '#shared/list/case.conditions.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useSieves } from '#renderer/db/live/use-sieves.ts';
import { sifted } from '#renderer/db/queries/case-sieves.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { readDateTime } from '#renderer/ui/paper-form/date-time.reader.ts';
import { Tick } from '#renderer/ui/paper-form/tick.tsx';
import { useConditionWords, type ConditionChoice } from './condition-words.ts';

export interface ConditionsDialogProps {
  readonly conditions: CaseConditions;
  /** Where the focus is at first. */
  readonly at: ConditionKind | undefined;
  /** The list they are to cut. */
  readonly listed: readonly CaseId[];
  readonly overdue: readonly CaseId[];
  readonly onUse: (conditions: CaseConditions) => void;
  readonly onClose: () => void;
}

type Ticked = Exclude<ConditionKind, 'received'>;

/** The condition with one value more or less; without any value it is none. */
function toggled(conditions: CaseConditions, kind: Ticked, value: string): CaseConditions {
  const present: readonly string[] = conditions[kind] ?? [];
  const next = present.includes(value) ? present.filter(each => each !== value) : [...present, value];
  return next.length === 0 ? without(conditions, kind) : { ...conditions, [kind]: next };
}

const BETWEEN = 'between';

/** All conditions of a list at once, with how many cases they leave. */
export function ConditionsDialog(props: ConditionsDialogProps): ReactNode {
  const { conditions, at, listed, overdue, onUse, onClose } = props;
  const { t } = useTranslation('cases');
  const desk = useDesk();
  const words = useConditionWords();
  const { received } = conditions;
  const [ticks, setTicks] = useState<CaseConditions>(() => without(conditions, 'received'));
  const [span, setSpan] = useState(typeof received === 'object' ? BETWEEN : (received ?? ''));
  const [days, setDays] = useState(
    typeof received === 'object' ? { from: received.from, to: received.to } : { from: '', to: '' },
  );
  const [isWrong, setWrong] = useState(false);

  const readDay = (typed: string): PlainDate | undefined => {
    const now = desk.now();
    const read = readDateTime(typed, 'day', `${dateOf(now)} ${timeOf(now)}`);
    return read === undefined ? undefined : parsePlainDate(read);
  };
  /** undefined where the days cannot be read. */
  const chosen = (): CaseConditions | undefined => {
    if (span === '') return ticks;
    if (span !== BETWEEN) return { ...ticks, received: span as ReceivedSpan };
    const [from, to] = [readDay(days.from), readDay(days.to)];
    return from && to && from <= to ? { ...ticks, received: { from, to } } : undefined;
  };
  const now = chosen();
  const sieved = useSieves(now ?? ticks, overdue);
  const isCurrent = sieved && JSON.stringify(sieved.conditions) === JSON.stringify(now);
  const use = (): void => {
    if (now) onUse(now);
    else setWrong(true);
  };

  const box = (kind: Ticked, { value, label }: ConditionChoice, isFirst: boolean): ReactNode => (
    <Tick
      key={value}
      type="checkbox"
      label={label}
      checked={(ticks[kind] as readonly string[] | undefined)?.includes(value) ?? false}
      data-autofocus={isFirst && (at ?? CONDITION_KINDS[0]) === kind ? true : undefined}
      onChange={() => setTicks(toggled(ticks, kind, value))}
    />
  );
  const choicesOf = (kind: Ticked): readonly ConditionChoice[] | undefined =>
    kind === 'deadline' ? words.deadlines : words.choices(kind, ticks[kind] ?? []);
  const day = (which: 'from' | 'to'): ReactNode => (
    <label className="cases-day">
      {t(`condition.${which}`)}
      <input
        autoComplete="off"
        placeholder="2026-01-31"
        value={days[which]}
        onFocus={() => setSpan(BETWEEN)}
        onChange={event => {
          setDays({ ...days, [which]: event.currentTarget.value });
          setWrong(false);
        }}
      />
    </label>
  );

  if (choicesOf('state') === undefined) return null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('condition.title')}
      acts={
        <>
          <ActButton rank="filled" onClick={use}>
            {isCurrent
              ? t('condition.use', { count: sifted(listed, sieved.sieves).length })
              : t('condition.useThese')}
          </ActButton>
          <ActButton
            onClick={() => {
              setTicks({});
              setSpan('');
            }}
          >
            {t('condition.removeAll')}
          </ActButton>
          <ActButton rank="text" onClick={onClose}>
            {t('condition.leave')}
          </ActButton>
        </>
      }
    >
      {CONDITION_KINDS.map(kind => (
        <fieldset key={kind} className="cases-choice">
          <legend>{words.nameOf(kind)}</legend>
          {kind === 'received' ? (
            <>
              {[
                { value: '', label: t('condition.any') },
                ...words.spans,
                { value: BETWEEN, label: t('condition.days') },
              ].map(({ value, label }) => (
                <Tick
                  key={value}
                  type="radio"
                  name="received"
                  label={label}
                  checked={span === value}
                  data-autofocus={at === 'received' && span === value ? true : undefined}
                  onChange={() => setSpan(value)}
                />
              ))}
              {span === BETWEEN && (
                <>
                  {day('from')}
                  {day('to')}
                </>
              )}
              {isWrong && (
                <p role="alert" className="cases-wrong">
                  {t('condition.daysWrong')}
                </p>
              )}
            </>
          ) : (
            choicesOf(kind)?.map((choice, index) => box(kind, choice, index === 0))
          )}
        </fieldset>
      ))}
    </Dialog>
  );
}
