import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '#shared/case/case.state.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { withholding } from '#shared/transfer/leaving.fields.ts';
import { stayingFiles } from '#shared/transfer/staying.files.ts';

export interface StayingProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
}

/** What stays here because it tells whom the case hides, said before anything is sent. */
export function Staying({ procedure, state }: StayingProps): ReactNode {
  const { t } = useTranslation('transfers');
  const hiding = withholding(procedure, state);
  if (!hiding.hides) return null;
  const { papers, attachments } = stayingFiles(state, hiding);
  return (
    <p className="transfers-staying">
      {t('send.hidden', { code: hiding.code })}
      {papers + attachments > 0 && t('send.staying', { count: papers + attachments })}
    </p>
  );
}
