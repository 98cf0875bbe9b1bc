import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { z } from 'zod';
import { Sha256Hex } from '#shared/bundle/bundle.formats.ts';
import { OFFICE_TOKEN } from '#shared/bundle/headquarters-card.schema.ts';
import { OfficeCode } from '#shared/core/ids.ts';
import { instantFromMs, Instant } from '#shared/core/instant.ts';
import { hqFolder } from '../hq.folder.ts';
import { readTextIfThere } from '../hq.init.ts';
import { parseJson, writeJson } from '../hq.store.ts';

const KeptToken = z
  .strictObject({
    format: z.literal('phoenix-office-token'),
    version: z.literal(1),
    office: OfficeCode,
    sha256: Sha256Hex,
    made_at: Instant,
  })
  .readonly();

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

async function readKept(dataDir: string, code: OfficeCode): Promise<z.infer<typeof KeptToken> | undefined> {
  const text = await readTextIfThere(hqFolder(dataDir).officeToken(code));
  return KeptToken.safeParse(parseJson(text ?? '')).data;
}

export const hasToken = async (dataDir: string, code: OfficeCode): Promise<boolean> =>
  (await readKept(dataDir, code)) !== undefined;

/** A token for an office, in place of the one before. It is told once; kept is its hash, as it has 256 bits of chance. */
export async function makeToken(dataDir: string, code: OfficeCode, nowMs: number): Promise<string> {
  const token = `phx_${code}_${randomBytes(32).toString('base64url')}`;
  await mkdir(hqFolder(dataDir).tokens, { recursive: true, mode: 0o700 });
  await writeJson(hqFolder(dataDir).officeToken(code), {
    ...{ format: 'phoenix-office-token', version: 1, office: code },
    ...{ sha256: digest(token).toString('hex'), made_at: instantFromMs(nowMs) },
  });
  return token;
}

/** The office that `Authorization: Bearer …` proves. */
export async function officeOf(
  dataDir: string,
  authorization: string | undefined,
): Promise<OfficeCode | undefined> {
  const [, token = ''] = /^Bearer (\S{1,200})$/.exec(authorization ?? '') ?? [];
  const [, claimed] = OFFICE_TOKEN.exec(token) ?? [];
  const code = OfficeCode.safeParse(claimed);
  if (!code.success) return undefined;
  const kept = await readKept(dataDir, code.data);
  if (kept?.office !== code.data) return undefined;
  return timingSafeEqual(Buffer.from(kept.sha256, 'hex'), digest(token)) ? code.data : undefined;
}
