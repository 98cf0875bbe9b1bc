import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { guidanceInUse } from '#shared/case/office.procedure.ts';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk, useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { BottomBar } from '#renderer/ui/frame/bottom-bar.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { markedName } from './name-search.ts';
import './procedures-page.css';

export interface ProceduresPageProps {
  readonly onOpen: (id: string) => void;
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly about: string;
  readonly kind: 'procedures' | 'guidance';
}

const withOrWithout = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter(each => each !== id) : [...ids, id];

function useListed(language: Language): readonly Listed[] {
  const { t } = useTranslation('procedures');
  const { procedures, guidance } = useOpenDesk();
  const validity = ({ valid_from: from, valid_to: to }: Procedure): string => {
    const written = (day: string): string => writtenDate(plainDate(day), language);
    return to === null
      ? t('list.validOpen', { from: written(from) })
      : t('list.valid', { from: written(from), to: written(to) });
  };
  return [
    ...procedures.map(pack => ({
      id: pack.id,
      name: inLanguage(pack.name, language),
      sector: inLanguage(pack.sector, language),
      about: `${t('list.counts', {
        steps: pack.steps.length,
        limits: pack.limits.length,
        forms: pack.forms.length,
      })}\u3000${validity(pack)}`,
      kind: 'procedures' as const,
    })),
    ...guidance.map(pack => ({
      id: pack.id,
      name: inLanguage(pack.name, language),
      sector: t('list.cards'),
      about: t('list.cardCount', { count: pack.cards.length }),
      kind: 'guidance' as const,
    })),
  ];
}

/** Which procedures there are, and which of them this office works by. */
export function ProceduresPage({ onOpen }: ProceduresPageProps): ReactNode {
  const { t, i18n } = useTranslation('procedures');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const desk = useDesk();
  const words = useFaultWords();
  const { office, procedures, guidance } = useOpenDesk();
  const listed = useListed(language);
  const [search, setSearch] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const saved = {
    procedures: office.chosen?.procedures ?? [office.procedure],
    guidance: guidanceInUse(guidance, office).map(({ id }) => id),
  };
  const [chosen, setChosen] = useState(saved);
  const [said, setSaid] = useState<{ readonly fault?: AnyFault } | null>(null);
  const shown = listed.filter(({ name }) => markedName(name, search) !== undefined);
  const sectors = [...new Set(shown.map(({ sector }) => sector))];
  const changed =
    [...chosen.procedures].sort().join() !== [...saved.procedures].sort().join() ||
    [...chosen.guidance].sort().join() !== [...saved.guidance].sort().join();

  const save = async (): Promise<void> => {
    const done = await desk.submitOffice({ type: 'choose-procedures', ...chosen });
    setSaid(done.ok ? {} : { fault: done.error });
  };
  const acts: Readonly<Record<'find' | 'save', Command>> = {
    find: {
      ...{ id: 'find-procedure', name: t('list.search'), key: 'Ctrl+F', group: 'here' },
      run: () => field.current?.focus(),
    },
    save: { id: 'save', name: t('list.save'), key: 'F9', group: 'here', run: () => void save() },
  };
  useCommands([acts.find, acts.save]);
  const status = said?.fault
    ? words(said.fault).short
    : changed
      ? t('list.unsaved')
      : said
        ? t('list.saved', { count: saved.procedures.length })
        : '';

  return (
    <>
      <PageHead
        title={t('title')}
        sub={t('sub', { chosen: saved.procedures.length, all: procedures.length })}
        actions={
          <input
            ref={field}
            type="search"
            autoComplete="off"
            className="procedures-search"
            aria-label={t('list.search')}
            placeholder={t('picker.by')}
            value={search}
            onChange={event => setSearch(event.currentTarget.value)}
          />
        }
      />
      <PageColumns
        foot={
          <BottomBar status={status}>
            <ActButton rank="filled" command={acts.save} />
          </BottomBar>
        }
      >
        {shown.length === 0 && (
          <EmptyState
            title={t('list.none', { search })}
            nearby={t('list.noneNearby')}
            acts={<ActButton onClick={() => setSearch('')}>{t('list.showAll')}</ActButton>}
          />
        )}
        {sectors.map(sector => (
          <section key={sector} className="procedures-sector" aria-label={sector}>
            <h2>{sector}</h2>
            <ul>
              {shown
                .filter(each => each.sector === sector)
                .map(({ id, name, about, kind }) => (
                  <li key={id}>
                    <label className="procedures-tick">
                      <input
                        type="checkbox"
                        aria-label={name}
                        checked={chosen[kind].includes(id)}
                        onChange={() => setChosen({ ...chosen, [kind]: withOrWithout(chosen[kind], id) })}
                      />
                      <span>
                        <strong>{name}</strong>
                        <small>{about}</small>
                      </span>
                    </label>
                    <ActButton size="small" aria-label={t('list.open', { name })} onClick={() => onOpen(id)}>
                      {t('list.look')}
                    </ActButton>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </PageColumns>
    </>
  );
}
