import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { HeadquartersCard } from '#shared/bundle/headquarters-card.schema.ts';
import { decideCase } from '#shared/case/case.decide.ts';
import { evolveCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import { decideMonthLock } from '#shared/case/month-lock.decide.ts';
import { invariant } from '#shared/core/assert.ts';
import { newAttachmentId, newEventId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import { expectOk } from '#shared/core/result.ts';
import { communityProcedure } from '#shared/fixtures/community.ts';
import { JPEG_SAMPLE } from '#shared/fixtures/small-pictures.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { sampleProfile } from '../e2e/sample-profile.ts';
import { OFFICE } from '../e2e/office.ts';
import { officeActor } from '../desk/office-actor.ts';
import { LARGE_MONTH, openMonth, type OpenMonth } from './open-month.fixture.ts';

const MIB = 1024 ** 2;
/** A photograph of a telephone, and a recording of half an hour. */
const PICTURE_BYTES = 2 * MIB;
const SOUND_BYTES = 16 * MIB;

/** A picture whose structure can be followed, of random points, as large as asked for. */
function picture(bytes: number): Buffer {
  const points = randomBytes(bytes);
  // 0xff begins a marker.
  for (let at = points.indexOf(0xff); at >= 0; at = points.indexOf(0xff, at)) points[at] = 0xfe;
  return Buffer.concat([JPEG_SAMPLE.subarray(0, -2), points, JPEG_SAMPLE.subarray(-2)]);
}

async function attachAll({ desk, ledger }: OpenMonth, mebibytes: number): Promise<void> {
  const procedure = communityProcedure();
  const acting = { person: ledger.person, name: OFFICE.person, roles: ROLES, station: 'PC-1' };
  const cases: CaseState[] = [];
  for await (const { events } of ledger.read(1))
    for (const event of events)
      if (event.stream === 'case') cases.push(evolveCase(undefined, event, procedure));
  // Half of it sound, half pictures.
  const sounds = Math.max(1, Math.floor((mebibytes * MIB) / 2 / SOUND_BYTES));
  const pictures = Math.max(1, Math.floor((mebibytes * MIB) / 2 / PICTURE_BYTES));
  for (let nth = 0; nth < sounds + pictures; nth++) {
    const isSound = nth < sounds;
    const content = isSound ? randomBytes(SOUND_BYTES) : picture(PICTURE_BYTES);
    const { sha256, bytes } = expectOk(await ledger.vault.put(content));
    const deciding = { now: desk.now(), ids: desk.ids, acting, procedure };
    const index = nth % cases.length;
    const state = cases[index];
    invariant(state, 'the month has cases');
    const events = decideCase(
      state,
      {
        ...{ type: 'add-attachment', attachment: newAttachmentId(desk.ids), sha256, bytes },
        ...{ name: `样本${nth}`, media: isSound ? 'audio/mpeg' : 'image/jpeg' },
      },
      deciding,
    );
    expectOk(await ledger.append(expectOk(events)));
    for (const event of expectOk(events)) cases[index] = evolveCase(cases[index], event, procedure);
  }
}

/** An office with a locked October of so many cases and attachments, enrolled at the headquarters of this card. */
export async function makeLargeMonth(
  profile: string,
  { cardFile, cases, mebibytes }: { cardFile: string; cases: number; mebibytes: number },
): Promise<OpenMonth> {
  const evening = '2026-10-31T18:00:00+08:00' as Instant;
  await sampleProfile(profile, cases, undefined, () => evening);
  const open = await openMonth(profile, OFFICE.passphrase);
  const { desk, ledger } = open;
  await attachAll(open, mebibytes);
  const office = await ledger.office();
  const card = HeadquartersCard.parse(JSON.parse(await readFile(cardFile, 'utf8')));
  const actor = officeActor(desk, office, 'administrator', newEventId(desk.ids));
  expectOk(await ledger.append([{ ...actor, type: 'headquarters-enrolled', card }]));
  const acting = { person: ledger.person, name: OFFICE.person, roles: ROLES, station: 'PC-1' };
  const deciding = { now: desk.now(), ids: desk.ids, acting, procedure: communityProcedure() };
  const command = { period: LARGE_MONTH, remarks: [], open: [] };
  expectOk(await ledger.append(expectOk(decideMonthLock(await ledger.office(), command, deciding))));
  return open;
}
