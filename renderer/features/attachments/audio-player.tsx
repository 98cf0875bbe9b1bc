import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { clockWords } from './size-words.ts';

const LEAP_SECONDS = 10;
const SPEEDS = [1, 1.25, 1.5, 2, 0.75];
/** A recording made here does not say how long it is; whoever asks for its end is told. */
const BEYOND_ANY_END = 1e9;

/** A recording and the keys of a player. */
export function AudioPlayer({
  address,
  name,
}: {
  readonly address: string;
  readonly name: string;
}): ReactNode {
  const { t } = useTranslation('attachments');
  const words = useFaultWords();
  const audio = useRef<HTMLAudioElement>(null);
  const [length, setLength] = useState(0);
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const [broken, setBroken] = useState(false);
  const measuring = useRef(false);

  const measure = (sound: HTMLAudioElement): void => {
    if (Number.isFinite(sound.duration)) {
      setLength(sound.duration);
      if (!measuring.current) return;
      measuring.current = false;
      sound.currentTime = 0;
    } else {
      measuring.current = true;
      sound.currentTime = BEYOND_ANY_END;
    }
  };
  const toggle = (): void => {
    const sound = audio.current;
    if (!sound) return;
    if (sound.paused) void sound.play().catch(() => setBroken(true));
    else sound.pause();
  };
  const go = (seconds: number): void => {
    if (audio.current) audio.current.currentTime = Math.min(length, Math.max(0, seconds));
    setAt(Math.min(length, Math.max(0, seconds)));
  };
  const press = (event: KeyboardEvent): void => {
    const onControl = event.target !== event.currentTarget;
    // A button that has the focus answers to the space bar itself.
    if (event.key === ' ' && !onControl) toggle();
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      go(at + (event.key === 'ArrowLeft' ? -LEAP_SECONDS : LEAP_SECONDS));
    else return;
    event.preventDefault();
  };

  if (broken) return <StatusText tone="over">{words({ code: 'attachments/not-played' }).short}</StatusText>;
  const told = t('play.at', { at: clockWords(at), of: clockWords(length) });
  return (
    <div
      className="attach-player"
      role="group"
      aria-label={t('play.player', { name })}
      tabIndex={0}
      onKeyDown={press}
    >
      {/* What is said in it was said at the counter; nobody has written it down. */}
      <audio
        ref={audio}
        src={address}
        preload="metadata"
        onLoadedMetadata={event => measure(event.currentTarget)}
        onDurationChange={event => measure(event.currentTarget)}
        onTimeUpdate={event => {
          if (!measuring.current) setAt(event.currentTarget.currentTime);
        }}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onError={() => setBroken(true)}
      />
      <div className="attach-acts">
        <ActButton rank="filled" data-autofocus onClick={toggle}>
          {t(playing ? 'play.pause' : 'play.play')}
        </ActButton>
        <ActButton onClick={() => go(at - LEAP_SECONDS)}>{t('play.back')}</ActButton>
        <ActButton onClick={() => go(at + LEAP_SECONDS)}>{t('play.on')}</ActButton>
        <label>
          {t('play.speed')}{' '}
          <select
            autoComplete="off"
            value={speed}
            onChange={event => {
              const chosen = Number(event.currentTarget.value);
              setSpeed(chosen);
              if (audio.current) audio.current.playbackRate = chosen;
            }}
          >
            {SPEEDS.map(each => (
              <option key={each} value={each}>
                {each}×
              </option>
            ))}
          </select>
        </label>
      </div>
      <input
        type="range"
        autoComplete="off"
        className="attach-position"
        aria-label={t('play.position')}
        aria-valuetext={told}
        min={0}
        max={Math.max(1, Math.ceil(length))}
        step={1}
        value={Math.floor(at)}
        onChange={event => go(Number(event.currentTarget.value))}
      />
      <p className="num">{told}</p>
      <p className="attach-quiet">{t('play.keys')}</p>
    </div>
  );
}
