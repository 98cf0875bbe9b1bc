import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState, DocumentState } from '#shared/case/case.state.ts';
import { isLive } from '#shared/case/live-papers.ts';
import { missingPages, type Placement } from '#shared/case/scan-filing.rules.ts';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { caseState } from '#renderer/db/case-store.ts';
import { findCaseByNumber } from '#renderer/db/queries/case-ids.ts';
import { monthDay } from '#renderer/i18n/day-words.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { useLeave } from '#renderer/ui/command/use-leave.ts';

export interface PlaceByHandProps {
  readonly onPlace: (placement: Placement, replaces: boolean) => void;
  readonly onCancel: () => void;
}

/** What can come back: printed, neither void nor replaced, the newest first. */
const returnable = (state: CaseState): readonly DocumentState[] =>
  state.documents.filter(document => document.prints.length > 0 && isLive(state, document)).toReversed();

/** A person says which page of which paper it is. */
export function PlaceByHand({ onPlace, onCancel }: PlaceByHandProps): ReactNode {
  const { t, i18n } = useTranslation('scans');
  const { t: ui } = useTranslation('ui');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { store, procedures } = useOpenDesk();
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<CaseState | 'none' | null>(null);
  const [chosen, setChosen] = useState<{ readonly document: string; readonly page: number } | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  useLeave(t('hand.notNow'), onCancel, panel);
  const state = found === 'none' ? null : found;
  const papers = state ? returnable(state) : [];
  const paper = papers.find(({ id }) => id === chosen?.document) ?? papers[0];
  const page = chosen?.document === paper?.id ? chosen?.page : undefined;
  const shownPage = page ?? (paper && (missingPages(paper)[0] ?? 1));

  const look = async (): Promise<void> => {
    const id = await findCaseByNumber(store, number);
    const read = id === undefined ? undefined : await caseState(store, id);
    setFound(read ?? 'none');
    setChosen(null);
  };
  const nameOf = ({ form, madeAt, pages, outside }: DocumentState): string => {
    const pack = procedures.find(({ id }) => id === state?.procedure.id);
    const known = pack?.forms.find(({ id }) => id === form);
    const name = known ? inLanguage(known.name, language) : '';
    return t(outside ? 'hand.outsideOf' : 'hand.paperOf', {
      form,
      name,
      day: monthDay(ui, dateOf(madeAt)),
      pages,
    });
  };
  return (
    <div className="scan-hand" role="group" aria-label={t('hand.title')} ref={panel}>
      <form
        onSubmit={event => {
          event.preventDefault();
          void look();
        }}
      >
        <label>
          {t('hand.number')}
          <input
            autoComplete="off"
            autoFocus
            value={number}
            onChange={event => setNumber(event.currentTarget.value)}
          />
        </label>
        <button type="submit" className="ui-act ui-act-default ui-act-small">
          {t('hand.look')}
        </button>
      </form>
      {found === 'none' && <p role="alert">{t('hand.noCase', { number })}</p>}
      {state && papers.length === 0 && <p role="alert">{t('hand.noPaper')}</p>}
      {state && paper && shownPage !== undefined && (
        <>
          <label>
            {t('hand.paper')}
            <select
              autoComplete="off"
              value={paper.id}
              onChange={event => setChosen({ document: event.currentTarget.value, page: 1 })}
            >
              {papers.map(each => (
                <option key={each.id} value={each.id}>
                  {nameOf(each)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('hand.page')}
            <select
              autoComplete="off"
              value={shownPage}
              onChange={event => setChosen({ document: paper.id, page: Number(event.currentTarget.value) })}
            >
              {Array.from({ length: paper.pages }, (_, index) => index + 1).map(each => (
                <option key={each} value={each}>
                  {t(missingPages(paper).includes(each) ? 'hand.pageOf' : 'hand.pageThere', { page: each })}
                </option>
              ))}
            </select>
          </label>
          <ActButton
            size="small"
            rank="filled"
            onClick={() =>
              onPlace({ state, document: paper, page: shownPage }, !missingPages(paper).includes(shownPage))
            }
          >
            {t('hand.file')}
          </ActButton>
        </>
      )}
      <ActButton size="small" onClick={onCancel}>
        {t('hand.notNow')}
      </ActButton>
    </div>
  );
}
