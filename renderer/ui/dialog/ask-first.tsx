import type { ReactNode } from 'react';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from './dialog.tsx';

export interface AskFirstProps {
  readonly title: string;
  /** What is done, and what is kept. */
  readonly children: ReactNode;
  readonly act: string;
  readonly keep: string;
  readonly onAct: () => void;
  readonly onKeep: () => void;
}

/** Before something goes that cannot be had back; Enter keeps it. */
export const AskFirst = ({ title, children, act, keep, onAct, onKeep }: AskFirstProps): ReactNode => (
  <Dialog
    open
    onClose={onKeep}
    title={title}
    width={32}
    acts={
      <>
        <ActButton rank="filled" onClick={onKeep} data-autofocus>
          {keep}
        </ActButton>
        <ActButton onClick={onAct}>{act}</ActButton>
      </>
    }
  >
    <p>{children}</p>
  </Dialog>
);
