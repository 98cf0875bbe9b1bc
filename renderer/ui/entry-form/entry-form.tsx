import { useRef, type ReactNode } from 'react';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { useLeave } from '#renderer/ui/command/use-leave.ts';
import './entry-form.css';

export interface EntryFormProps {
  readonly label: string;
  /** Its buttons, the main one first; the one that leaves it comes after them. */
  readonly acts: ReactNode;
  /** What its last button says. */
  readonly leave: string;
  /** By that button or Esc. */
  readonly onLeave: () => void;
  readonly small?: boolean | undefined;
  /** With it Enter in a line is the main button, which is then of type `submit`. */
  readonly onSubmit?: () => void;
  readonly children: ReactNode;
}

/** A small framed form that opens between the lines of a page: labels over their entries, then its buttons. */
export function EntryForm(props: EntryFormProps): ReactNode {
  const { label, acts, leave, onLeave, small = false, onSubmit, children } = props;
  const place = useRef<HTMLDivElement & HTMLFormElement>(null);
  useLeave(leave, onLeave, place);
  const content = (
    <>
      {children}
      <EntryActs>
        {acts}
        <ActButton rank="text" size={small ? 'small' : undefined} onClick={onLeave}>
          {leave}
        </ActButton>
      </EntryActs>
    </>
  );
  if (!onSubmit)
    return (
      <div className="ui-entry-form" role="group" aria-label={label} ref={place}>
        {content}
      </div>
    );
  return (
    <form
      className="ui-entry-form"
      aria-label={label}
      noValidate
      ref={place}
      onSubmit={event => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {content}
    </form>
  );
}

/** Buttons beside each other, in as many lines as they need. */
export const EntryActs = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="ui-entry-acts">{children}</div>
);
