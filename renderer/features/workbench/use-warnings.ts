import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '#shared/core/instant.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { LiveAgenda } from '#renderer/db/live/use-agenda.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { isWarned, warningWords } from './warning-words.ts';

export interface Warning {
  readonly title: string;
  readonly body: string;
}

/** What a notice of the system holds. */
const MOST_LETTERS = 500;

/**
 * Tells of each limit once a day when it comes near while the program is open: in the window, and through the system
 * where it can. The shell remembers what was told.
 */
export function useWarnings(agenda: LiveAgenda | undefined): {
  readonly warning: Warning | null;
  readonly dismiss: () => void;
} {
  const { t, i18n } = useTranslation('workbench');
  const desk = useDesk();
  const day = dateOf(useNow());
  const [warning, setWarning] = useState<Warning | null>(null);
  const near = agenda?.complete === true ? agenda.entries.filter(isWarned) : [];
  const keys = near.map(({ key }) => key);
  const latest = useRef({ near, agenda });
  useEffect(() => {
    latest.current = { near, agenda };
  });

  const asked = keys.join(' ');
  useEffect(() => {
    if (asked === '') return undefined;
    let wanted = true;
    const tell = async (): Promise<void> => {
      const claimed = await desk.api.notices.claim({ day, keys: asked.split(' ') });
      const { near: present, agenda: known } = latest.current;
      if (!claimed.ok || !known) return;
      const told = present.filter(({ key }) => claimed.value.fresh.includes(key));
      if (told.length === 0) return;
      const words = warningWords(t, told, known.summary, i18n.language === 'en' ? 'en' : 'zh-CN');
      if (wanted) setWarning(words);
      await desk.api.notices.show({ title: words.title, body: words.body.slice(0, MOST_LETTERS) });
    };
    void tell();
    return () => {
      wanted = false;
    };
  }, [asked, day, desk, t, i18n]);

  return { warning, dismiss: () => setWarning(null) };
}
