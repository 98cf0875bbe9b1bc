import { rename } from 'node:fs/promises';
import path from 'node:path';
import { workingCalendar } from '#shared/calendar/working-calendar.ts';
import type { DeskEvent } from '#shared/case/batch.ts';
import type { Acting } from '#shared/case/decide.context.ts';
import { decideOffice, type OfficeCommand } from '#shared/case/office.decide.ts';
import { invariant } from '#shared/core/assert.ts';
import { msOf, type Instant } from '#shared/core/instant.ts';
import { err, expectOk, ok, type Result } from '#shared/core/result.ts';
import type { Preferences } from '#shared/ipc/answers.ts';
import type { FaultCode } from '#shared/ipc/fault-codes.ts';
import { SAMPLE_PASSPHRASE } from '#shared/sample/sample.passphrase.ts';
import { planSample } from '#shared/sample/sample.plan.ts';
import { runSample } from '#shared/sample/sample.run.ts';
import type { SampleOffice } from '#shared/sample/sample.schema.ts';
import { readPacks } from '../desk/packs.ts';
import { SEALED_FOR } from '../desk/people.handlers.ts';
import { renderAndKeep } from '../desk/papers.ts';
import { changePreferences } from '../desk/preferences.ts';
import { atDisk } from '../files/storage-error.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { systemIds } from '../ids.ts';
import { asFault } from '../ipc/handle.ts';
import { keyringAt } from '../keys/keyring.file.ts';
import { addPerson } from '../keys/keyring.people.ts';
import type { Argon2Cost } from '../keys/passphrase.kdf.ts';
import { beginFounding, finishFounding } from '../office/founding.ts';
import { openLedger, type Ledger } from '../office/ledger.ts';
import { deskFolder, placesIn } from '../office/places.ts';
import type { RenderDeps } from '../printing/pdf.renderer.ts';
import { readSampleOffice } from './sample.data.ts';
import { hasSample, makingProfile, removeMaking, removeSample, sampleProfile } from './sample.place.ts';

export interface SampleMaking {
  /** Of the real office; nothing in it is looked at. */
  readonly profile: string;
  readonly resources: string;
  readonly station: string;
  readonly runtimeMajor: number;
  readonly argon2: Argon2Cost;
  readonly now: Instant;
  /** How the window looks goes along, so that nobody is met by another language. */
  readonly look: Pick<Preferences, 'language' | 'largeType' | 'scheme'>;
  /** Marks what it sets as sample. */
  readonly render: RenderDeps;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

type Fault = Readonly<{ code: FaultCode }>;

const PRINTER = '样本打印机';
const STOPPED = err({ code: 'sample/stopped' } as const);

async function foundOffice(
  making: SampleMaking,
  sample: SampleOffice,
  at: Instant,
): Promise<Result<Ledger, Fault>> {
  const profile = makingProfile(making.profile);
  const { station, argon2, runtimeMajor } = making;
  const context = { profile, station, argon2, runtimeMajor, now: () => at, ids: systemIds(() => msOf(at)) };
  const [founder] = sample.people;
  const [procedure] = sample.procedures;
  invariant(founder && procedure, 'the schema wants one of each');
  const begun = await beginFounding(
    {
      office: { ...sample.office, firstNumber: 1, procedure },
      person: { name: founder.name, phone: '', roles: founder.roles },
      passphrase: SAMPLE_PASSPHRASE,
    },
    context,
  );
  if (!begun.ok) return begun;
  const { ask, recoveryKey, keys } = begun.value;
  const groups = ask.map(group => [String(group), recoveryKey[group - 1] ?? ''] as const);
  const founded = await finishFounding(begun.value, Object.fromEntries(groups), context);
  if (!founded.ok) {
    keys.destroy();
    return founded;
  }
  return openLedger(placesIn(deskFolder(profile)), keys);
}

/** Colleagues, and the procedures the office goes by, decided by whoever founded it. */
async function furnish(
  making: SampleMaking,
  sample: SampleOffice,
  ledger: Ledger,
  at: Instant,
): Promise<Result<ReadonlyMap<string, Acting>, Fault>> {
  const { station, argon2 } = making;
  const keyring = keyringAt(deskFolder(makingProfile(making.profile)), { argon2 });
  const ids = systemIds(() => msOf(at));
  const people = new Map<string, Acting>();
  const [founder, ...colleagues] = sample.people;
  invariant(founder, 'somebody founded it');
  const acting: Acting = { person: ledger.person, name: founder.name, roles: founder.roles, station };
  people.set(founder.id, acting);
  const decide = async (command: OfficeCommand): Promise<Result<readonly DeskEvent[], Fault>> => {
    const events = expectOk(decideOffice(await ledger.office(), command, { now: at, ids, acting }));
    const appended = await ledger.append(events);
    return appended.ok ? ok(events) : appended;
  };
  for (const { id, name, roles } of colleagues) {
    if (making.signal.aborted) return STOPPED;
    const added = await decide({ type: 'add-person', name, phone: '', roles });
    if (!added.ok) return added;
    const [event] = added.value;
    invariant(event?.type === 'person-added', 'somebody was added');
    const { person } = event;
    const letIn = await addPerson(keyring, ledger.keys, {
      ...{ person: { id: person, name }, passphrase: SAMPLE_PASSPHRASE },
      sealed: roles.some(role => SEALED_FOR.includes(role)),
    });
    if (!letIn.ok) return letIn;
    people.set(id, { person, name, roles, station });
  }
  const { guidance } = await readPacks(making.resources);
  const chosen = await decide({
    ...{ type: 'choose-procedures', procedures: sample.procedures },
    guidance: guidance.filter(({ at_first: atFirst }) => atFirst).map(({ id }) => id),
  });
  return chosen.ok ? ok(people) : chosen;
}

async function live(making: SampleMaking, sample: SampleOffice): Promise<Result<unknown, Fault>> {
  const packs = await readPacks(making.resources);
  const calendar = workingCalendar(packs.calendars);
  const { foundedAt, lines } = planSample(sample, making.now, calendar);
  making.onProgress(0, lines.length);
  const opened = await foundOffice(making, sample, foundedAt);
  if (!opened.ok) return opened;
  const ledger = opened.value;
  try {
    const people = await furnish(making, sample, ledger, foundedAt);
    if (!people.ok) return people;
    return await runSample<Fault>(await ledger.office(), lines, {
      ...{ calendar, procedures: packs.procedures, guidance: packs.guidance, printer: PRINTER },
      randomBytes: systemIds(() => 0).randomBytes,
      actingAs: id => {
        const acting = people.value.get(id);
        invariant(acting, `person ${id}`);
        return acting;
      },
      append: events => ledger.append(events),
      setPaper: paper =>
        renderAndKeep(making.render, paper, async pdf => {
          const stored = await ledger.vault.put(pdf);
          return stored.ok ? ok(stored.value) : err(asFault(stored.error));
        }),
      next: done => {
        making.onProgress(done, lines.length);
        return making.signal.aborted ? STOPPED : ok(null);
      },
    });
  } finally {
    await ledger.close();
  }
}

/**
 * Makes the sample office from its data, up to the last working day before today. It is put together aside and moved
 * into place as a whole: there is a whole one or none.
 */
export async function makeSample(making: SampleMaking): Promise<Result<unknown, Fault>> {
  const { profile, look } = making;
  if (await hasSample(profile)) return err({ code: 'sample/exists' });
  const cleared = await removeMaking(profile);
  if (!cleared.ok) return cleared;
  const made = await live(making, await readSampleOffice(making.resources));
  const done = made.ok && making.signal.aborted ? STOPPED : made;
  if (!done.ok) {
    await removeMaking(profile);
    return done;
  }
  await changePreferences(makingProfile(profile), look);
  const removed = await removeSample(profile);
  if (!removed.ok) return removed;
  return atDisk(async () => {
    await rename(makingProfile(profile), sampleProfile(profile));
    await syncFolder(path.dirname(sampleProfile(profile)));
  });
}
