import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { FiledPage } from './scan-line.types.ts';

export interface FiledListProps {
  readonly filed: readonly FiledPage[];
  readonly onOpenCase: (id: CaseId) => void;
}

/** Pages by their paper; the last one filed knows what is missing. */
function byPaper(filed: readonly FiledPage[]): readonly (readonly [FiledPage, readonly number[]])[] {
  const papers = new Map<string, [FiledPage, number[]]>();
  for (const page of filed) {
    const pages = papers.get(page.document)?.[1] ?? [];
    papers.set(page.document, [page, [...new Set([...pages, page.page])].sort((a, b) => a - b)]);
  }
  return [...papers.values()];
}

/** What came back, paper by paper, and which pages are still awaited. */
export function FiledList({ filed, onOpenCase }: FiledListProps): ReactNode {
  const { t, i18n } = useTranslation('scans');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { procedures } = useOpenDesk();
  const list = (pages: readonly number[]): string => pages.join(t('separator'));
  return (
    <ul className="scan-list">
      {byPaper(filed).map(([{ document, procedure, caseId, number, form, missing }, pages]) => {
        const pack = procedures.find(({ id }) => id === procedure);
        const name = pack?.forms.find(({ id }) => id === form)?.name;
        return (
          <li key={document} className="scan-item">
            <div>
              <strong>{t('filed.paper', { form, name: name ? inLanguage(name, language) : '' })}</strong>
              <p>
                {missing.length === 0
                  ? t('filed.whole', { pages: list(pages) })
                  : t('filed.missing', { pages: list(pages), missing: list(missing) })}
              </p>
              <small className="num">{number}</small>
            </div>
            <div className="scan-acts">
              <ActButton
                size="small"
                aria-label={t('filed.openOf', { number })}
                onClick={() => onOpenCase(caseId)}
              >
                {t('filed.open')}
              </ActButton>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
