import type { ReactNode } from 'react';
import './entry-form.css';

export interface EntryFormProps {
  readonly label: string;
  /** Its buttons, the main one first. */
  readonly acts: ReactNode;
  /** With it Enter in a line is the main button, which is then of type `submit`. */
  readonly onSubmit?: () => void;
  readonly children: ReactNode;
}

/** A small framed form that opens between the lines of a page: labels over their entries, then its buttons. */
export function EntryForm({ label, acts, onSubmit, children }: EntryFormProps): ReactNode {
  const content = (
    <>
      {children}
      <EntryActs>{acts}</EntryActs>
    </>
  );
  if (!onSubmit)
    return (
      <div className="ui-entry-form" role="group" aria-label={label}>
        {content}
      </div>
    );
  return (
    <form
      className="ui-entry-form"
      aria-label={label}
      noValidate
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
