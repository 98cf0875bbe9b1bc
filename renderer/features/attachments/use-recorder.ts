import { useEffect, useRef, useState } from 'react';
import type { CaseId } from '#shared/core/ids.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useHoldOpen } from '#renderer/db/live/hold-open.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { Recording } from './recording.ts';
import { attach } from './use-arrivals.ts';

export type RecorderPhase = 'idle' | 'opening' | 'recording' | 'paused' | 'keeping';
export type Loudness = 'silent' | 'quiet' | 'good';

export interface Recorder {
  readonly phase: RecorderPhase;
  readonly seconds: number;
  readonly loudness: Loudness;
  readonly fault: AnyFault | null;
  readonly begin: (name: string) => Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
}

const LOOK_MS = 300;
const SILENT_BELOW = 0.01;
const QUIET_BELOW = 0.05;

const loudnessOf = (level: number): Loudness => {
  if (level < SILENT_BELOW) return 'silent';
  return level < QUIET_BELOW ? 'quiet' : 'good';
};

/** One recording at a time. Whoever leaves the page ends it, and it is kept. */
export function useRecorder(id: CaseId): Recorder {
  const desk = useDesk();
  const recording = useRef<Recording | null>(null);
  const here = useRef(true);
  const [phase, setPhase] = useState<RecorderPhase>('idle');
  useHoldOpen(phase !== 'idle');
  const [heard, setHeard] = useState<{ readonly seconds: number; readonly loudness: Loudness }>();
  const [fault, setFault] = useState<AnyFault | null>(null);

  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      recording.current?.stop();
    };
  }, []);

  useEffect(() => {
    if (phase !== 'recording') return undefined;
    const look = (): void => {
      const { current } = recording;
      if (current) setHeard({ seconds: current.seconds, loudness: loudnessOf(current.lookAtLevel()) });
    };
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [phase]);

  const keep = async (name: string, running: Recording): Promise<void> => {
    const arrived = await running.kept;
    const done = arrived.ok ? await attach(desk, id, name, arrived.value) : arrived;
    recording.current = null;
    if (!here.current) return;
    setFault(done.ok ? null : done.error);
    setPhase('idle');
  };

  return {
    phase,
    seconds: heard?.seconds ?? 0,
    loudness: heard?.loudness ?? 'silent',
    fault,
    begin: async name => {
      setPhase('opening');
      setFault(null);
      setHeard(undefined);
      const begun = await Recording.begin(desk.api, id, name);
      if (!begun.ok) {
        setFault(begun.error);
        setPhase('idle');
        return;
      }
      recording.current = begun.value;
      setPhase('recording');
      void keep(name, begun.value);
      // Somebody left while the microphone was being opened.
      if (!here.current) begun.value.stop();
    },
    pause: () => {
      recording.current?.pause();
      setPhase('paused');
    },
    resume: () => {
      recording.current?.resume();
      setPhase('recording');
    },
    stop: () => {
      recording.current?.stop();
      setPhase('keeping');
    },
  };
}
