import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { hitsIn } from '#shared/manual/manual.find.ts';
import { FaultNotice } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { BackButton } from '#renderer/ui/frame/back-button.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { SkeletonLines } from '#renderer/ui/notice/skeleton-lines.tsx';
import { ChapterList } from './chapter-list.tsx';
import { ChapterText } from './chapter-text.tsx';
import { useManual } from './use-manual.ts';
import './manual-page.css';

export interface ManualPageProps {
  /** The chapter it opens at; else the first. */
  readonly chapter?: string | undefined;
  readonly onBack: () => void;
  readonly onPrint: (chapter: string | undefined) => void;
}

/** 说明书: one chapter at a time, the contents beside it, and what is looked for marked in both. */
export function ManualPage({ chapter: asked, onBack, onPrint }: ManualPageProps): ReactNode {
  const { t, i18n } = useTranslation('manual');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { chapters, fault } = useManual();
  const [opened, setOpened] = useState(asked);
  const [sought, setSought] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const listed = (chapters ?? [])
    .map((chapter, at) => ({
      ...{ chapter, id: chapter.id, number: at + 1, title: inLanguage(chapter.title, language) },
      hits: sought.trim() === '' ? undefined : hitsIn(chapter, language, sought),
    }))
    .filter(({ hits }) => hits !== 0);
  const shown = listed.find(({ id }) => id === opened) ?? listed[0];
  const place = listed.findIndex(({ id }) => id === shown?.id);

  useEffect(() => {
    if (text.current) text.current.scrollTop = 0;
  }, [shown?.id]);

  const turned = (id: 'previous' | 'next', key: string, to: number): Command => ({
    ...{ id: `${id}-chapter`, name: t(id), key, group: 'here' },
    run: () => setOpened(listed[to]?.id ?? shown?.id),
  });
  const find: Command = {
    ...{ id: 'find-in-manual', name: t('find'), key: 'Ctrl+F', group: 'here' },
    run: () => field.current?.focus(),
  };
  const print: Command = {
    ...{ id: 'print-manual', name: t('print'), key: 'Ctrl+P', group: 'here' },
    run: () => onPrint(shown?.id),
  };
  const turns = [turned('previous', 'Alt+ArrowUp', place - 1), turned('next', 'Alt+ArrowDown', place + 1)];
  useCommands([find, print, ...turns]);

  return (
    <>
      <PageHead
        above={<BackButton onBack={onBack}>{t('back')}</BackButton>}
        title={t('title')}
        actions={
          <>
            <input
              ref={field}
              type="search"
              autoComplete="off"
              className="manual-search"
              aria-label={t('find')}
              placeholder={t('find')}
              value={sought}
              onChange={event => setSought(event.currentTarget.value)}
            />
            <ActButton command={print} icon={<IconPrinter size={20} aria-hidden />} />
          </>
        }
      />
      <PageColumns
        sideWidth={19}
        padded={false}
        side={
          <SideColumn
            label={t('contents')}
            sections={[
              {
                id: 'contents',
                panelKey: 'F6',
                title: t('contents'),
                content: <ChapterList chapters={listed} at={shown?.id} onOpen={setOpened} />,
              },
            ]}
          />
        }
      >
        <div className="manual scroll" ref={text} tabIndex={0} role="group" aria-label={t('text')}>
          <p className="sr" role="status">
            {sought.trim() !== '' && t('found', { count: listed.length })}
          </p>
          {fault && <FaultNotice title={t('notRead')} fault={fault} />}
          {!fault && chapters === undefined && <SkeletonLines count={10} height="row" />}
          {chapters !== undefined && shown === undefined && (
            <EmptyState
              title={t('none', { sought })}
              nearby={t('noneNearby')}
              acts={<ActButton onClick={() => setSought('')}>{t('showAll')}</ActButton>}
            />
          )}
          {shown && (
            <article aria-label={shown.title}>
              <h2 className="manual-chapter">
                <span className="num">{shown.number}</span> {shown.title}
              </h2>
              <ChapterText chapter={shown.chapter} language={language} sought={sought} />
              <p className="manual-turn">
                {turns.map((turn, at) => {
                  const to = listed[place + (at === 0 ? -1 : 1)];
                  return (
                    to && (
                      <ActButton key={turn.id} command={turn} size="small">
                        {t(at === 0 ? 'toPrevious' : 'toNext', { title: to.title })}
                      </ActButton>
                    )
                  );
                })}
              </p>
            </article>
          )}
        </div>
      </PageColumns>
    </>
  );
}
