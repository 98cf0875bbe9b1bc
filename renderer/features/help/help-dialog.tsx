import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { help } from '#renderer/i18n/zh-CN/help.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { KeyHint } from '#renderer/ui/button/key-hint.tsx';
import { KeyLine } from '#renderer/ui/button/key-line.tsx';
import { COMMAND_GROUPS, type Command } from '#renderer/ui/command/command.types.ts';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import './help-dialog.css';

/** Every screen that is explained. */
export type HelpPage = keyof (typeof help)['page'];

export interface HelpDialogProps {
  readonly page: HelpPage;
  /** What could be done before the dialog came. */
  readonly commands: readonly Command[];
  /** The manual and being shown around; neither is there while the ledger is closed. */
  readonly ways?: readonly Command[] | undefined;
  readonly onClose: () => void;
}

/** F1: what this screen is for, and the keys that work on it now. */
export function HelpDialog({ page, commands, ways, onClose }: HelpDialogProps): ReactNode {
  const { t } = useTranslation('help');
  const { t: ui } = useTranslation('ui');
  const keyed = commands.filter(({ key }) => key !== undefined);
  const groups = COMMAND_GROUPS.map(id => ({
    id,
    title: ui(`command.${id}`),
    keyed: keyed.filter(({ group }) => group === id),
  })).filter(group => group.keyed.length > 0);
  return (
    <Dialog
      open
      closable
      onClose={onClose}
      title={t(`page.${page}.title`)}
      acts={ways?.map(command => (
        <ActButton
          key={command.id}
          onClick={() => {
            onClose();
            command.run();
          }}
        >
          {command.name}
        </ActButton>
      ))}
    >
      <div className="help scroll" tabIndex={0} role="group" aria-label={t('label')} data-autofocus>
        <p>{t(`page.${page}.about`)}</p>
        <div className="help-groups">
          {groups.map(({ id, title, keyed: ofGroup }) => (
            <section key={id} aria-label={title}>
              <h3>{title}</h3>
              <dl>
                {ofGroup.map(({ id: command, name, key = '' }) => (
                  <div key={command}>
                    <dt>{name}</dt>
                    <dd>
                      <KeyHint keys={key} />
                      <span className="sr">{key}</span>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <KeyLine
          keys={[
            { keys: '↑ ↓', does: t('list.move') },
            { keys: 'Enter', does: t('list.open') },
            { keys: t('list.space'), does: t('list.tick') },
            { keys: 'Tab', does: t('list.tab') },
          ]}
        />
        {ways && <p className="help-more">{t('more')}</p>}
      </div>
    </Dialog>
  );
}
