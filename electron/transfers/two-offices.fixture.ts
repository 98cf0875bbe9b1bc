import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseId, OfficeCode } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import { at } from '#shared/fixtures/community.ts';
import type { InputOf, ParsedInputOf } from '#shared/ipc/contract.ts';
import { TRANSFER_SUFFIX } from '#shared/transfer/transfer.schema.ts';
import { decryptAge, encryptAge } from '../bundles/age.stream.ts';
import { entriesOf, gather, reseal, type LooseBag } from '../bundles/forged-bag.fixture.ts';
import { rawZip } from '../bundles/raw-zip.fixture.ts';
import { DEFAULT_LIMITS } from '../bundles/bundle.limits.ts';
import { openZip } from '../bundles/zip.open.ts';
import { readPacks } from '../desk/packs.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import type { MinisignSecretKey } from '../keys/minisign.ts';
import { MonthOffice } from '../month/month.fixture.ts';
import { officeCard } from '../office/office-card.ts';
import { loadSigningKey } from '../office/signing-key.ts';
import { transferIdentity, transferRecipient } from '../office/transfer.keys.ts';

const STICK = '1234-ABCD';
export const THERE = { name: '样本社区居委会', code: 'PHX-0388', prefix: '样社' };
export const THERE_CODE = THERE.code as OfficeCode;

/** Parsing all packs takes seconds, once a process: before the first test, so that no test waits for it. */
export const parsePacks = () => readPacks(path.resolve(import.meta.dirname, '../../resources'));

export async function cardOf(office: MonthOffice) {
  const recipient = await transferRecipient(office.ledger.keys);
  return officeCard(await office.ledger.office(), '0', office.desk.now(), recipient);
}

export async function meet(office: MonthOffice, card: object) {
  const file = path.join(await tempFolder(), 'office.json');
  await writeFile(file, JSON.stringify(card));
  office.chosen = file;
  return office.ask('cards:import-colleague', { answer: 'read' });
}

/** Two offices that know each other, and the stick that goes between them. */
export class TwoOffices {
  readonly here: MonthOffice;
  readonly there: MonthOffice;
  readonly stick: string;

  private constructor(here: MonthOffice, there: MonthOffice, stick: string) {
    this.here = here;
    this.there = there;
    this.stick = stick;
    for (const office of [here, there])
      office.drives = [
        {
          ...{ volume: STICK, label: '样本盘', path: stick, kind: 'removable', filesystem: 'vfat' },
          ...{ free: 1, total: 1 },
        },
      ];
  }

  static async open(): Promise<TwoOffices> {
    const here = await MonthOffice.found(at('2026-10-08T09:00'));
    const there = await MonthOffice.found(at('2026-10-08T09:00'), THERE);
    expectOk(await meet(here, await cardOf(there)));
    expectOk(await meet(there, await cardOf(here)));
    return new TwoOffices(here, there, await tempFolder());
  }

  send(id: CaseId, change: Partial<InputOf<'transfers:send'>> = {}) {
    return this.here.ask('transfers:send', {
      ...{ case: id, kind: 'hand-over', office: THERE_CODE, reason: '归你们管，请接着办。' },
      ...{ to: { kind: 'drive', volume: STICK } },
      ...change,
    } as ParsedInputOf<'transfers:send'>);
  }

  again(
    transfer: string,
    office = this.here,
    channel: 'transfers:write' | 'transfers:answer' = 'transfers:write',
  ) {
    const input = { transfer, to: { kind: 'drive', volume: STICK } } as InputOf<'transfers:write'>;
    return office.ask(channel, input as never);
  }

  async plugIn(office: MonthOffice) {
    const { transfers, answers } = expectOk(await office.ask('drives:pick-up', { volume: STICK }));
    return { transfers, answers };
  }

  /** The packages on the stick. */
  async packages(): Promise<readonly string[]> {
    const names = await readdir(this.stick);
    return names.filter(name => name.endsWith(TRANSFER_SUFFIX)).map(name => path.join(this.stick, name));
  }

  async onlyPackage(): Promise<string> {
    const [file = ''] = await this.packages();
    return file;
  }

  /** What the other office finds in a package, file by file. */
  async opened(file: string): Promise<LooseBag> {
    const handle = await open(file);
    const { size } = await handle.stat();
    const plain = await gather(decryptAge({ handle, size }, [transferIdentity(this.there.ledger.keys)]));
    await handle.close();
    const zipFile = path.join(await tempFolder(), 'x.zip');
    await writeFile(zipFile, plain);
    const zip = await openZip(zipFile, DEFAULT_LIMITS);
    const files = new Map<string, Buffer>();
    let top = '';
    for (const entry of zip.entries) {
      const [folder = '', ...rest] = entry.path.split('/');
      top = folder;
      files.set(rest.join('/'), await gather(await entry.open()));
    }
    zip.close();
    return { top, files };
  }

  async signing(office: MonthOffice): Promise<MinisignSecretKey> {
    return expectOk(await loadSigningKey(office.ledger));
  }

  /** Puts an altered package in the place of one, with everything but what was altered made to fit. */
  async forge(file: string, bag: LooseBag, signer = this.here, reader = this.there): Promise<void> {
    const secret = await this.signing(signer);
    await reseal(bag, { card: await cardOf(signer), secret });
    const zip = rawZip(entriesOf(bag));
    async function* once(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(zip);
    }
    await writeFile(file, await gather(encryptAge(once(), [await transferRecipient(reader.ledger.keys)])));
  }

  read(name: string): Promise<string> {
    return readFile(path.join(this.stick, name), 'utf8');
  }
}
