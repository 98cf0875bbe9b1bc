import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';

const STEPS = [1, 1.5, 2, 3, 4, 6];

export interface PhotoViewProps {
  readonly address: string;
  readonly name: string;
}

/** A photo the way up it was taken; turned and enlarged for the eye alone. */
export function PhotoView({ address, name }: PhotoViewProps): ReactNode {
  const { t } = useTranslation('attachments');
  const [zoom, setZoom] = useState(1);
  const [quarter, setQuarter] = useState(0);
  const [broken, setBroken] = useState(false);
  const room = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = room;
    if (!current) return;
    current.scrollLeft = (current.scrollWidth - current.clientWidth) / 2;
    current.scrollTop = (current.scrollHeight - current.clientHeight) / 2;
  }, [zoom, quarter]);
  const larger = (): void => setZoom(STEPS.find(step => step > zoom) ?? zoom);
  const smaller = (): void => setZoom(STEPS.findLast(step => step < zoom) ?? zoom);
  const turn = (): void => setQuarter((quarter + 1) % 4);
  const command = (id: 'larger' | 'smaller' | 'whole', key: string, run: () => void): Command => ({
    ...{ id: `photo-${id}`, name: t(`view.${id}`), key, group: 'here', repeats: true, run },
    also: id === 'larger' ? ['Ctrl+='] : [],
  });
  const acts = [
    command('larger', 'Ctrl++', larger),
    command('smaller', 'Ctrl+-', smaller),
    command('whole', 'Ctrl+0', () => setZoom(1)),
  ];
  useCommands(acts);
  if (broken) return <StatusText tone="soon">{t('view.cannot')}</StatusText>;
  return (
    <div className="attach-photo">
      <div className="attach-acts">
        {acts.map(act => (
          <ActButton key={act.id} size="small" command={act} />
        ))}
        <ActButton size="small" onClick={turn}>
          {t('view.turn')}
        </ActButton>
      </div>
      <div
        className="attach-photo-room scroll"
        ref={room}
        tabIndex={0}
        role="group"
        aria-label={t('view.picture', { name })}
      >
        <div
          className={`attach-photo-frame ${quarter % 2 === 1 ? 'attach-photo-lying' : ''}`}
          style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%` }}
        >
          <img
            src={address}
            alt={name}
            style={{ transform: `rotate(${quarter * 90}deg)` }}
            onError={() => setBroken(true)}
          />
        </div>
      </div>
    </div>
  );
}
