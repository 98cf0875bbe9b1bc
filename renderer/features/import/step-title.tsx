import type { ReactNode } from 'react';

const takeFocus = (title: HTMLElement | null): void => title?.focus();

/** The title of a step of the way. It takes the focus when the step begins, for the button that led here is gone. */
export const StepTitle = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <h2 className="import-title" tabIndex={-1} ref={takeFocus}>
    {children}
  </h2>
);
