import { useMemo } from 'react';
import { identityFields } from '#shared/case/identity.rules.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isFilled, type Values } from '#shared/procedure/values.ts';
import { useVisit } from './identity.visit.tsx';

export interface Identity {
  /** The case hides who it comes from. */
  readonly isSealed: boolean;
  /** Fields that are covered on the screen now; none while the identity is open. */
  readonly covered: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** What of a case must not be read on the screen now. */
export function useIdentity(procedure: Pick<Procedure, 'confidentiality'>, state: CaseState): Identity {
  const { isOpen } = useVisit();
  const { values } = state;
  return useMemo(() => {
    const hidden = identityFields(procedure, values);
    return { isSealed: hidden.size > 0, covered: isOpen ? NOTHING : hidden };
  }, [procedure, values, isOpen]);
}

/** Those of the fields in which something stands: what is empty hides nobody and can be filled in. */
export const filledOf = (fields: ReadonlySet<string>, values: Values): ReadonlySet<string> =>
  new Set([...fields].filter(key => isFilled(values[key])));
