import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_VIEW_NAME } from '#shared/list/case-list.choices.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';

export interface ViewDialogProps {
  /** What the view one is at is called; undefined where it is none yet. */
  readonly name: string | undefined;
  /** Those of the other views. */
  readonly taken: readonly string[];
  readonly onSave: (name: string) => void;
  readonly onSaveNew: (name: string) => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Gives the list as it stands a name, or the view one is at another name, another content, or an end. */
export function ViewDialog({
  name,
  taken,
  onSave,
  onSaveNew,
  onDelete,
  onClose,
}: ViewDialogProps): ReactNode {
  const { t } = useTranslation('cases');
  const [typed, setTyped] = useState(name ?? '');
  const [wrong, setWrong] = useState<'empty' | 'taken'>();
  const said = typed.trim();
  const withName = (others: readonly string[], save: (name: string) => void): void => {
    if (said === '') setWrong('empty');
    else if (others.includes(said)) setWrong('taken');
    else save(said);
  };
  const save = (): void => (name === undefined ? withName(taken, onSaveNew) : withName(taken, onSave));
  return (
    <Dialog
      open
      onClose={onClose}
      width={36}
      title={t(name === undefined ? 'saved.title' : 'saved.titleOf', { name })}
      acts={
        <>
          <ActButton rank="filled" onClick={save}>
            {t(name === undefined ? 'saved.save' : 'saved.saveOver')}
          </ActButton>
          {name !== undefined && (
            <>
              <ActButton onClick={() => withName([...taken, name], onSaveNew)}>
                {t('saved.saveNew')}
              </ActButton>
              <ActButton onClick={onDelete}>{t('saved.delete', { name })}</ActButton>
            </>
          )}
          <ActButton rank="text" onClick={onClose}>
            {t('saved.leave')}
          </ActButton>
        </>
      }
    >
      <form
        className="cases-name"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          save();
        }}
      >
        <label>
          {t('saved.name')}
          <input
            autoComplete="off"
            data-autofocus
            maxLength={MOST_VIEW_NAME}
            value={typed}
            onChange={event => {
              setTyped(event.currentTarget.value);
              setWrong(undefined);
            }}
          />
        </label>
        {wrong && (
          <p role="alert" className="cases-wrong">
            {t(`saved.${wrong}`, { name: said })}
          </p>
        )}
        <p className="cases-quiet">{t('saved.how')}</p>
      </form>
    </Dialog>
  );
}
