import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { numberBooks, writtenNumber, type NumberBook } from '#shared/case/number-books.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { EntryActs } from '#renderer/ui/entry-form/entry-form.tsx';
import { ColumnHeads } from './column-heads.tsx';
import { NumberForm, type NumberAct } from './number-form.tsx';

export interface NumberSeriesProps {
  readonly procedure: Procedure;
  readonly language: Language;
}

const ACTS: readonly NumberAct[] = ['start', 'reserve', 'void'];

function Apart({ book, date }: { readonly book: NumberBook; readonly date: PlainDate }): ReactNode {
  const { t } = useTranslation('procedures');
  const { office } = useOpenDesk();
  const written = (n: number): string => writtenNumber(office, book, date, n);
  return (
    <ul className="procedure-quiet">
      {book.blocks.map(block => (
        <li key={`${block.from}`}>
          {t('number.block', { from: written(block.from), to: written(block.to), for: block.for })}
        </li>
      ))}
      {book.voided.map(({ n, number, reason }) => (
        <li key={`void ${n}`}>{t('number.voided', { number, reason })}</li>
      ))}
    </ul>
  );
}

/** The numbers a procedure gives: where each series is, and what the records officer may change in it. */
export function NumberSeries({ procedure, language }: NumberSeriesProps): ReactNode {
  const { t } = useTranslation('procedures');
  const { me, office } = useOpenDesk();
  const date = dateOf(useNow());
  const [changing, setChanging] = useState<{ readonly counter: string; readonly act: NumberAct } | null>(
    null,
  );
  const mayChange = me.roles.includes('records-officer');
  const nameOf = ({ forms }: NumberBook): string =>
    forms === null ? t('number.register') : forms.map(form => inLanguage(form, language)).join(t('and'));
  return (
    <table>
      <ColumnHeads words={(['use', 'last', 'next', 'change'] as const).map(key => t(`number.${key}`))} />
      <tbody>
        {numberBooks(office, procedure, date).map(book => {
          const name = nameOf(book);
          const open = changing?.counter === book.counter ? changing.act : null;
          return (
            <Fragment key={`${book.series.id} ${book.counter}`}>
              <tr>
                <td>
                  {name}
                  {book.series.unverified && <span className="procedure-mark">{t('mark')}</span>}
                  <Apart book={book} date={date} />
                </td>
                <td className="num">
                  {book.last === 0 ? t('number.unused') : writtenNumber(office, book, date, book.last)}
                </td>
                <td className="num">{writtenNumber(office, book, date, book.next)}</td>
                <td>
                  {mayChange && (
                    <EntryActs>
                      {ACTS.map(act => (
                        <ActButton
                          key={act}
                          size="small"
                          aria-label={t(`number.${act}Of`, { name })}
                          onClick={() => setChanging(open === act ? null : { counter: book.counter, act })}
                        >
                          {t(`number.${act}`)}
                        </ActButton>
                      ))}
                    </EntryActs>
                  )}
                </td>
              </tr>
              {open && (
                <tr>
                  <td colSpan={4}>
                    <NumberForm
                      key={open}
                      act={open}
                      book={book}
                      name={name}
                      date={date}
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
