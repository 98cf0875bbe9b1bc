import { Dexie } from 'dexie';
import PouchDB from 'pouchdb-browser';
import { z } from 'zod';
import { createDesk } from '#renderer/app/desk/desk.ts';
import { PersonId } from '#shared/core/ids.ts';
import { expectOk } from '#shared/core/result.ts';
import type { DeskApi } from '#shared/ipc/desk-api.ts';
import { sampleCase } from '#electron/e2e/sample-case.ts';

/*
 * Put into the window of the real program, which stays at its lock screen: a second desk, made as main.tsx makes
 * it, over the shell of that window. Nothing is drawn.
 */

z.config({ jitless: true });

const { desk: shell } = window as unknown as { readonly desk: DeskApi };
const appends: number[] = [];
const append: DeskApi['journal']['append'] = async input => {
  const start = performance.now();
  const reply = await shell.journal.append(input);
  appends.push(performance.now() - start);
  return reply;
};
const desk = createDesk({ ...shell, journal: { ...shell.journal, append } });
let made = 0;

const clocked = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

async function clockedEach(count: number, work: (n: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) times.push(await clocked(() => work(made++)));
  return times;
}

/** Unlocks; where there is no working store, it is made. */
export async function open(passphrase: string): Promise<void> {
  await desk.start();
  const state = desk.getState();
  const person = 'boot' in state ? state.boot.office?.people[0]?.id : undefined;
  expectOk(await desk.unlock(PersonId.parse(person), passphrase));
}

export const rebuild = (): Promise<number> => clocked(async () => expectOk(await desk.rebuild()));

const save = async (n: number) => expectOk(await desk.register(sampleCase(n)));

export const saves = (count: number): Promise<number[]> => clockedEach(count, save);

/** How long the saves since the last question waited for the shell. */
export const waitedForShell = (): number[] => appends.splice(0);

/** What a save writes down of the case, in clear: the document the others are given. */
async function sampleDocument(): Promise<Readonly<Record<string, unknown>>> {
  const { events } = await save(made++);
  return { ...events.find(({ type }) => type === 'registered') };
}

let peers: { dexie: Dexie; pouch: PouchDB; document: Readonly<Record<string, unknown>> } | undefined;

/** The length of the document in JSON. */
export async function openPeers(): Promise<number> {
  const dexie = new Dexie('bench-dexie', { chromeTransactionDurability: 'strict' });
  dexie.version(1).stores({ documents: '_id' });
  peers = { dexie, pouch: new PouchDB('bench-pouch'), document: await sampleDocument() };
  return JSON.stringify(peers.document).length;
}

export const dexiePuts = (count: number): Promise<number[]> =>
  clockedEach(count, n => {
    if (!peers) throw new Error('the peers are not open');
    return peers.dexie.table('documents').put({ _id: String(n), ...peers.document });
  });

export const pouchPuts = (count: number): Promise<number[]> =>
  clockedEach(count, n => {
    if (!peers) throw new Error('the peers are not open');
    return peers.pouch.put({ _id: String(n), ...peers.document });
  });

/** From now on whatever opens a transaction waits for the disk, as the desk does. */
export function makeStrict(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its own `this` below
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    return transaction.call(this, names, mode, { ...options, durability: 'strict' });
  };
}
