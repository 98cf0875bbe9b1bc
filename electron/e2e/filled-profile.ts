import { systemIds } from '#electron/ids.ts';
import { openJournal } from '#electron/journal/journal.open.ts';
import type { Argon2Cost } from '#electron/keys/passphrase.kdf.ts';
import { beginFounding, finishFounding } from '#electron/office/founding.ts';
import { deskFolder, placesIn } from '#electron/office/places.ts';
import type { FilePort } from '#electron/files/file-port.ts';
import { evolveOffice, type OfficeState } from '#shared/case/office.state.ts';
import type { RegisterCommand } from '#shared/case/commands.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { Batch } from '#shared/case/batch.ts';
import { invariant } from '#shared/core/assert.ts';
import { OfficeCode } from '#shared/core/ids.ts';
import { instantFromMs, type Instant } from '#shared/core/instant.ts';
import { expectOk } from '#shared/core/result.ts';
import { communityProcedure } from '#shared/fixtures/community.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { OFFICE } from './office.ts';

/** Where unlocking is not what is measured. */
export const CHEAP_KEYS: Argon2Cost = { memoryKiB: 256, passes: 1, lanes: 1 };

const ids = systemIds(() => Date.now());

export interface Filling {
  readonly cases: number;
  /** By the procedure of the community. */
  readonly caseAt: (n: number) => RegisterCommand;
  readonly argon2?: Argon2Cost;
  readonly files?: FilePort;
  readonly now?: () => Instant;
}

/** The profile of an office with so many cases in its journal, and no working store yet. */
export async function filledProfile(
  profile: string,
  { cases, caseAt, argon2 = CHEAP_KEYS, files, now = () => instantFromMs(Date.now()) }: Filling,
): Promise<void> {
  const procedure = communityProcedure();
  const context = { profile, ids, now, station: 'PC-1', argon2, runtimeMajor: 0 };
  const founding = expectOk(
    await beginFounding(
      {
        office: {
          ...{ name: OFFICE.office, code: OfficeCode.parse(OFFICE.code), prefix: '凤社' },
          ...{ firstNumber: 1, procedure: procedure.id },
        },
        person: { name: OFFICE.person, phone: '', roles: ROLES },
        passphrase: OFFICE.passphrase,
      },
      context,
    ),
  );
  const typed = founding.ask.map(group => [String(group), founding.recoveryKey[group - 1] ?? ''] as const);
  expectOk(await finishFounding(founding, Object.fromEntries(typed), context));
  const acting = { person: founding.person, name: OFFICE.person, roles: ROLES, station: 'PC-1' };
  const journal = expectOk(
    await openJournal(placesIn(deskFolder(profile)).journal, founding.keys, files ? { files } : {}),
  );
  let office: OfficeState | undefined;
  for await (const { payload } of journal.read(1))
    for (const event of Batch.parse(JSON.parse(payload.toString('utf8'))).events)
      if (event.stream === 'office') office = evolveOffice(office, event);
  for (let n = 0; n < cases; n++) {
    invariant(office, 'an office was founded');
    const events = expectOk(decideRegistration(office, caseAt(n), { now: now(), ids, acting, procedure }));
    expectOk(await journal.append(Buffer.from(JSON.stringify({ v: 1, events }))));
    for (const event of events) if (event.stream === 'office') office = evolveOffice(office, event);
  }
  await journal.close();
  founding.keys.destroy();
}
