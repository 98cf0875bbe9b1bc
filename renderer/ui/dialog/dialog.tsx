import { Modal } from '@mantine/core';
import { useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandLayer } from '#renderer/ui/command/command-layer.tsx';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { useReturnFocus } from '#renderer/ui/command/use-return-focus.ts';
import './dialog.css';

export interface DialogProps {
  readonly open: boolean;
  /** Esc and a press outside; whatever was being done is kept. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** Sign before the title. */
  readonly icon?: ReactNode;
  /** In rem: 32 for a question, 46 for an error, 64 for a form. */
  readonly width?: number | undefined;
  /** As large as the window. */
  readonly full?: boolean | undefined;
  /** A cross at the top, where no button of the dialog closes it. */
  readonly closable?: boolean | undefined;
  readonly children: ReactNode;
  /** The acts, the main one first. `data-autofocus` on the one that Enter should press. */
  readonly acts?: ReactNode;
}

/** What floats above the page and keeps the focus until it is closed. Never a second one above it. */
export function Dialog(props: DialogProps): ReactNode {
  const { open, onClose, title, icon, width = 46, full = false, closable = false, children, acts } = props;
  const { t } = useTranslation('ui');
  const body = useRef<HTMLDivElement>(null);
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      fullScreen={full}
      // Esc is a command of the dialog, or the page beneath would hear it as well.
      closeOnEscape={false}
      size={`${width}rem`}
      yOffset="min(6.5rem, 5vh)"
    >
      <Modal.Overlay />
      <Modal.Content>
        <CommandLayer>
          <Leave name={t('dialog.close')} onClose={onClose} body={body} />
          <Modal.Body ref={body}>
            <div className="ui-dialog-head">
              <Modal.Title className="ui-dialog-title">
                {icon}
                {title}
              </Modal.Title>
              {closable && <Modal.CloseButton aria-label={t('dialog.close')} />}
            </div>
            {children}
            {acts !== undefined && <DialogActs>{acts}</DialogActs>}
          </Modal.Body>
        </CommandLayer>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The acts at its foot, for content that holds them itself. */
export const DialogActs = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="ui-dialog-acts">{children}</div>
);

interface LeaveProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly body: RefObject<HTMLDivElement | null>;
}

function Leave({ name, onClose, body }: LeaveProps): ReactNode {
  useCommands([{ id: 'close-dialog', name, key: 'Esc', group: 'here', run: onClose }]);
  // Mantine gives it back only where the dialog is closed, and not where it is taken away.
  useReturnFocus(body);
  return null;
}
