import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '#shared/case/case.state.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Track } from '#renderer/ui/list/track.tsx';

export interface CasePapersProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly language: Language;
  readonly onOpen: (form: string) => void;
}

/** The papers of the procedure on this case, and how far each one has come. */
export function CasePapers({ procedure, state, language, onOpen }: CasePapersProps): ReactNode {
  const { t } = useTranslation('case');
  return (
    <ul className="case-papers">
      {procedure.forms.map(form => {
        const made = state.documents.filter(document => document.form === form.id);
        const copies = made
          .flatMap(document => document.prints)
          .reduce((sum, print) => sum + print.copies, 0);
        return (
          <li key={form.id}>
            <div>
              <strong>{inLanguage(form.name, language)}</strong>
              <Track
                steps={[
                  copies > 0
                    ? { label: t('printedCopies', { count: copies }), state: 'done' }
                    : { label: t('notPrinted'), state: 'open' },
                ]}
              />
            </div>
            <ActButton size="small" onClick={() => onOpen(form.id)}>
              {t('openPaper')}
            </ActButton>
          </li>
        );
      })}
    </ul>
  );
}
