import { createContext, useContext } from 'react';

/** What a cell tells the control inside it: whose label it carries and what describes it. */
export interface CellLinks {
  readonly controlId: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly wrong: boolean;
}

export const CellContext = createContext<CellLinks | null>(null);

/** Attributes for the one control of a cell. A second control in the same cell brings its own id and name. */
export function useCellControl(ownId: string | undefined): {
  readonly id: string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
} {
  const links = useContext(CellContext);
  return {
    id: ownId ?? links?.controlId,
    'aria-describedby': links?.describedBy,
    'aria-invalid': links?.wrong === true ? true : undefined,
  };
}

/** The same for a group of ticks, which a label cannot point at. */
export function useCellGroup(ownLabel: string | undefined): {
  readonly 'aria-label': string | undefined;
  readonly 'aria-labelledby': string | undefined;
  readonly 'aria-describedby': string | undefined;
} {
  const links = useContext(CellContext);
  return {
    'aria-label': ownLabel,
    'aria-labelledby': ownLabel === undefined ? links?.labelId : undefined,
    'aria-describedby': links?.describedBy,
  };
}

export const useCellWrong = (): true | undefined =>
  useContext(CellContext)?.wrong === true ? true : undefined;
