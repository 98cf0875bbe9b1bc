import { useRef, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import type { Language } from '#shared/core/text.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import type { CaseHit } from '#renderer/db/live/use-case-search.ts';
import type { IndexProgress } from '#renderer/db/search/case-index.ts';
import type { CaseSummary } from '#renderer/db/queries/case.summary.ts';
import { deadlineOf } from '#renderer/features/cases/index.ts';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { DeadlineMark } from '#renderer/ui/deadline/deadline-mark.tsx';
import { PalettePanel } from '#renderer/ui/picker/palette.tsx';
import type { PickerGroup, PickerOption } from '#renderer/ui/picker/picker-panel.tsx';
import { commandOptions, procedureOptions } from './palette.groups.ts';

export interface PaletteProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** The first cases that are found for the query. */
  readonly hits: readonly CaseHit[];
  /** How many there are. */
  readonly total: number;
  /** Not every case has been read yet: there may be more. */
  readonly building: boolean;
  /** How far they have been read, while that goes on. */
  readonly progress: IndexProgress | undefined;
  /** Offered for no query. */
  readonly recent: readonly CaseSummary[];
  /** What could be done before the palette came. */
  readonly commands: readonly Command[];
  readonly onOpenCase: (id: CaseId) => void;
  readonly onOpenProcedure: (id: string) => void;
  /** To the list with all that is found for the query. */
  readonly onShowAll: (query: string) => void;
  readonly onClose: () => void;
}

/** Ctrl+K: cases, commands and procedures by what somebody remembers of them. */
export function Palette(props: PaletteProps): ReactNode {
  const { query, onQuery, hits, total, building, progress, recent, commands } = props;
  const { onOpenCase, onOpenProcedure, onShowAll, onClose } = props;
  const { t, i18n } = useTranslation('palette');
  const { t: ui } = useTranslation('ui');
  const { t: words } = useTranslation('cases');
  const { t: search } = useTranslation('search');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { procedures, guidance } = useOpenDesk();
  const before = useRef(document.activeElement);
  const isEmpty = query.trim() === '';

  const caseOption = ({ id, number, person, anonymous, confidential, matter, clock }: CaseSummary) => ({
    id: `case:${id}`,
    name: [
      {
        text: anonymous ? words('anonymous') : confidential ? words('secret') : person || t('nameless'),
        marked: false,
      },
    ],
    about: [{ text: matter, marked: false }],
    mark: clock && <DeadlineMark state={deadlineOf(clock)} />,
    note: number,
  });
  const hitOption = ({ summary, place, excerpt }: CaseHit): PickerOption => {
    const plain = caseOption(summary);
    const found = excerpt.map(({ text, hit }) => ({ text, marked: hit }));
    if (place === search('number')) return { ...plain, note: found };
    const gap = { text: t('place', { place }), marked: false };
    return { ...plain, about: [...plain.about, gap, ...found] };
  };
  const all: PickerOption = {
    id: 'all:',
    name: [{ text: t('showAll', { count: total }), marked: false }],
  };
  const groups: readonly PickerGroup[] = [
    {
      title: isEmpty ? t('recent') : t('cases'),
      options: isEmpty
        ? recent.map(caseOption)
        : [...hits.map(hitOption), ...(total > hits.length ? [all] : [])],
    },
    { title: t('commands'), options: commandOptions(commands, query, group => ui(`command.${group}`)) },
    { title: t('procedures'), options: procedureOptions(procedures, guidance, query, language) },
  ].filter(({ options }) => options.length > 0);
  const count = groups.reduce((sum, { options }) => sum + options.length, 0);

  /** The focus is where it was before whatever is chosen moves it. */
  const leave = (): void => {
    // Keys and focus are the page's again only once the palette is gone.
    flushSync(onClose);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const choose = (chosen: string): void => {
    const [kind, id = ''] = chosen.split(':');
    leave();
    if (kind === 'all') onShowAll(query.trim());
    else if (kind === 'command') commands.find(each => each.id === id)?.run();
    else if (kind !== 'case') onOpenProcedure(id);
    else {
      const found = [...recent, ...hits.map(({ summary }) => summary)].find(each => each.id === id);
      if (found) onOpenCase(found.id);
    }
  };

  return (
    <PalettePanel
      text={query}
      onText={onQuery}
      label={t('label')}
      placeholder={t('placeholder')}
      hint={isEmpty ? t('by') : building ? t('looking') : t('found', { count })}
      aside={progress && search('indexing', { ...progress })}
      noneFound={t(building ? 'noneSoFar' : 'none', { query: query.trim() })}
      groups={groups}
      keys={[
        { keys: '↑ ↓', does: t('move') },
        { keys: 'Enter', does: t('take') },
        { keys: 'Esc', does: t('leave') },
      ]}
      onChoose={choose}
      onLeave={leave}
    />
  );
}
