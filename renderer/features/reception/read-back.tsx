import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { valueInWords } from '#shared/procedure/field.kinds.ts';
import type { Values } from '#shared/procedure/values.ts';
import type { ScreenRow } from '#renderer/features/procedure-form/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import './read-back.css';

export interface ReadBackProps {
  readonly open: boolean;
  /** In the order of the paper. */
  readonly rows: readonly ScreenRow[];
  readonly values: Values;
  /** Fields that tell who it is, where the person asked for secrecy: shown to them, not read aloud. */
  readonly quiet: ReadonlySet<string>;
  readonly language: Language;
  readonly onConfirm: () => void;
  /** Something is not as it was said: to the form, at that field where one was pressed. */
  readonly onCorrect: (key?: string) => void;
}

/** Fields of the registration one by one: a cell holds a field and the boxes beside it. */
const fieldsIn = (rows: readonly ScreenRow[]): readonly Field[] =>
  rows
    .flatMap(({ cells }) => cells)
    .flatMap(({ field, ticks }) => [field, ...ticks])
    .filter(({ system, advice_only: advice }) => system === undefined && !advice);

/** 读回确认: what was taken down, large enough to be read out, or turned to the person to read. */
export function ReadBack({
  open,
  rows,
  values,
  quiet,
  language,
  onConfirm,
  onCorrect,
}: ReadBackProps): ReactNode {
  const { t } = useTranslation('reception');
  const fields = fieldsIn(rows);
  const told = fields
    .map(field => ({ field, words: valueInWords(field, values[field.key], language) }))
    .filter(({ words }) => words !== '');
  const empty = fields.filter(
    ({ key, type }) => type !== 'bool' && !told.some(({ field }) => field.key === key),
  );
  const correct = (key?: string): void => {
    onCorrect(key);
  };
  return (
    <Dialog
      open={open}
      onClose={() => onCorrect()}
      title={t('readBack.title')}
      width={64}
      acts={
        <>
          {told.length > 0 && (
            <ActButton
              rank="filled"
              size="big"
              data-autofocus
              icon={<IconCheck size={22} aria-hidden />}
              onClick={onConfirm}
            >
              {t('readBack.confirm')}
            </ActButton>
          )}
          <ActButton onClick={() => correct()}>
            {t(told.length > 0 ? 'readBack.correct' : 'readBack.write')}
          </ActButton>
        </>
      }
    >
      <p className="read-back-say">{t(told.length > 0 ? 'readBack.say' : 'readBack.nothing')}</p>
      {quiet.size > 0 && <Note tone="soon">{t('readBack.quiet')}</Note>}
      {told.length > 0 && (
        <dl className="read-back" aria-label={t('readBack.title')}>
          {told.map(({ field, words }) => (
            <div key={field.key} className={quiet.has(field.key) ? 'read-back-quiet' : undefined}>
              <dt>
                {inLanguage(field.label, language)}
                {quiet.has(field.key) && <small>{t('readBack.notAloud')}</small>}
              </dt>
              <dd>{words}</dd>
              <dd>
                <ActButton
                  size="small"
                  rank="text"
                  aria-label={t('readBack.changeOf', { field: inLanguage(field.label, language) })}
                  onClick={() => correct(field.key)}
                >
                  {t('readBack.change')}
                </ActButton>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {told.length > 0 && empty.length > 0 && (
        <p>
          {t('readBack.empty', {
            fields: empty.map(({ label }) => inLanguage(label, language)).join(t('readBack.list')),
          })}
        </p>
      )}
    </Dialog>
  );
}
