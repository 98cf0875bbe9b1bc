import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/ipc/answers.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { usePreferences } from './preferences.ts';
import type { RailPage, Route } from './route.ts';

export interface DeskCommandsSubject {
  /** Of the rail, in its order. */
  readonly pages: readonly RailPage[];
  readonly go: (route: Route) => void;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
  readonly onManual: () => void;
  readonly onTour: () => void;
}

export interface DeskCommands {
  readonly search: Command;
  readonly register: Command;
  readonly language: Command;
  readonly largeType: Command;
  readonly lock: Command;
  readonly help: Command;
  readonly manual: Command;
  readonly tour: Command;
}

const SCHEMES: readonly Preferences['scheme'][] = ['light', 'dark', 'auto'];

/** What can be done wherever somebody is: the pages of the rail, how the screen looks, search, help and the lock. */
export function useDeskCommands(subject: DeskCommandsSubject): DeskCommands {
  const { pages, go, onSearch, onHelp, onManual, onTour } = subject;
  const { t } = useTranslation('app');
  const { t: palette } = useTranslation('palette');
  const { t: help } = useTranslation('help');
  const { t: manual } = useTranslation('manual');
  const { t: tour } = useTranslation('tour');
  const desk = useDesk();
  const { preferences, change } = usePreferences();
  const { language, largeType, scheme } = preferences;
  const register: Command = {
    ...{ id: 'register', name: t('rail.reception'), key: 'Ctrl+N', group: 'go' },
    run: () => go({ page: 'reception' }),
  };
  const ways: readonly Command[] = pages
    .filter(page => page !== 'reception')
    .map(page => ({
      ...{ id: `go-${page}`, name: t('goTo', { page: t(`rail.${page}`) }), group: 'go' },
      run: () => go({ page }),
    }));
  const other: Command = {
    ...{ id: 'language', name: t('speakOther'), group: 'show' },
    run: () => change({ language: language === 'zh-CN' ? 'en' : 'zh-CN' }),
  };
  const large: Command = {
    ...{ id: 'large-type', name: t(largeType ? 'usualType' : 'largerType'), group: 'show' },
    run: () => change({ largeType: !largeType }),
  };
  const schemes: readonly Command[] = SCHEMES.filter(each => each !== scheme).map(each => ({
    ...{ id: `scheme-${each}`, name: t(`scheme.${each}`), group: 'show' },
    run: () => change({ scheme: each }),
  }));
  const lock: Command = {
    ...{ id: 'lock', name: t('lock'), key: 'Ctrl+L', group: 'desk', always: true },
    run: () => void desk.lock(),
  };
  const search: Command = {
    ...{ id: 'search', name: palette('search'), key: 'Ctrl+K', group: 'desk', hidden: true },
    run: onSearch,
  };
  const helped: Command = { id: 'help', name: help('open'), key: 'F1', group: 'desk', run: onHelp };
  const read: Command = { id: 'manual', name: manual('open'), group: 'desk', run: onManual };
  const around: Command = { id: 'tour', name: tour('begin'), group: 'desk', run: onTour };
  useCommands([...[register, ...ways, other, large, ...schemes], ...[search, helped, read, around, lock]]);
  return {
    search,
    register,
    language: other,
    largeType: large,
    lock,
    help: helped,
    manual: read,
    tour: around,
  };
}
