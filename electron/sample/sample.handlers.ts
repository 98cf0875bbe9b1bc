import { err, ok } from '#shared/core/result.ts';
import type { Desk, DeskPlace } from '../desk/desk.ts';
import { readPreferences } from '../desk/preferences.ts';
import { asReply, type Handle } from '../ipc/handle.ts';
import type { RenderDeps } from '../printing/pdf.renderer.ts';
import { hasSample, removeSample } from './sample.place.ts';
import { makeSample } from './sample.make.ts';

export interface SampleParts {
  /** Of the real office, whichever is open. */
  readonly profile: string;
  readonly render: RenderDeps;
  /** Locks the office that is open and opens the other one, in a window of its own. */
  readonly goTo: (place: DeskPlace) => Promise<void>;
}

/** After the answer has reached the window that asked, which then goes away. */
const afterAnswer = (act: () => Promise<void>): void => void setImmediate(() => void act());

export function handleSample(handle: Handle, desk: Desk, { profile, render, goTo }: SampleParts): void {
  let running: AbortController | null = null;

  handle('sample:make', async () => {
    if (desk.place === 'sample' || running) return err({ code: 'sample/exists' });
    const own = new AbortController();
    running = own;
    const { resources, station, runtimeMajor, argon2 } = desk;
    const { language, largeType, scheme } = await readPreferences(profile);
    try {
      const made = await makeSample({
        ...{ profile, resources, station, runtimeMajor, argon2, render },
        now: desk.now(),
        look: { language, largeType, scheme },
        signal: own.signal,
        onProgress: (done, total) => desk.notify('sample:progress', { done, total }),
      });
      return made.ok ? ok(null) : asReply(made);
    } finally {
      running = null;
    }
  });
  handle('sample:cancel', () => {
    running?.abort();
    return ok(null);
  });
  handle('sample:open', async () => {
    if (!(await hasSample(profile))) return err({ code: 'sample/none' });
    afterAnswer(() => goTo('sample'));
    return ok(null);
  });
  handle('sample:leave', () => {
    afterAnswer(() => goTo('own'));
    return ok(null);
  });
  handle('sample:remove', async () => {
    if (desk.place === 'sample') {
      afterAnswer(async () => {
        await goTo('own');
        await removeSample(profile);
      });
      return ok(null);
    }
    const removed = await removeSample(profile);
    return removed.ok ? ok(null) : asReply(removed);
  });
}
