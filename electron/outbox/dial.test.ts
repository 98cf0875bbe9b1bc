import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hasTool } from '#electron/bundles/tools.fixture.ts';
import { tempFolder } from '#electron/files/temp-folder.fixture.ts';
import { spkiPin } from '#electron/headquarters/receiver/set-address.ts';
import { OfficeEnd, running } from './outbox.fixture.ts';

interface Authority {
  readonly ca: string;
  readonly key: string;
  readonly cert: string;
  /** A certificate of another authority, for the same name. */
  readonly other: string;
}

async function authority(): Promise<Authority> {
  const dir = await tempFolder();
  const at = (name: string): string => path.join(dir, name);
  const openssl = (...args: readonly string[]): void =>
    void execFileSync('openssl', [...args], { cwd: dir, stdio: 'ignore' });
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  for (const name of ['ca', 'other'])
    openssl(
      'req',
      '-x509',
      ...ec,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-days',
      '30',
      '-subj',
      `/CN=${name}`,
    );
  await writeFile(at('san'), 'subjectAltName=IP:127.0.0.1\n');
  openssl('req', ...ec, '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=receiver');
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '30', '-extfile', 'san'];
  openssl('x509', '-req', '-in', 'leaf.csr', '-out', 'leaf.pem', ...signed);
  const read = (name: string): Promise<string> => readFile(at(name), 'utf8');
  return {
    ca: await read('ca.pem'),
    key: await read('leaf.key'),
    cert: await read('leaf.pem'),
    other: await read('other.pem'),
  };
}

/** A proxy that passes TLS through, or wants somebody to log in. */
async function proxy(status: string): Promise<{ readonly address: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = net.createServer(near => {
    near.on('error', () => near.destroy());
    near.once('data', head => {
      const [, target = ''] = /^CONNECT (\S+) /.exec(head.toString('latin1')) ?? [];
      asked.push(target);
      near.write(`HTTP/1.1 ${status}\r\n\r\n`);
      if (!status.startsWith('200')) {
        near.end();
        return;
      }
      const far = net.connect(Number(target.split(':')[1]), target.split(':')[0]);
      far.on('error', () => near.destroy());
      near.pipe(far).pipe(near);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe.skipIf(!hasTool('openssl'))('a headquarters with a certificate of its own authority', () => {
  async function office(card: (made: Authority) => object, settings = {}) {
    const made = await authority();
    const end = await OfficeEnd.make({ settings });
    const receiver = await running(end.hq.dataDir, { tls: { key: made.key, cert: made.cert } });
    end.card = { ...end.card, address: `https://127.0.0.1:${receiver.port}`, ...card(made) };
    await end.seal();
    end.outbox.start();
    return { end, receiver };
  }

  const refused = async (end: OfficeEnd) =>
    (await end.until(({ line }) => line.at === 'offline' && line.why !== null)).line;

  it('is believed with the authority and the key of the card', async () => {
    const { end } = await office(({ ca, cert }) => ({ ca, pins: [spkiPin(cert)] }));
    await end.accepted();
  });

  it('is believed with the key of its authority pinned, and with the backup of two pins', async () => {
    const { end } = await office(({ ca, other }) => ({ ca, pins: [spkiPin(other), spkiPin(ca)] }));
    await end.accepted();
  });

  it('is refused where the card has another key, before anything is asked', async () => {
    const { end } = await office(({ ca, other }) => ({ ca, pins: [spkiPin(other)] }));
    expect(await refused(end)).toMatchObject({ why: 'pin' });
    expect(end.recorded).toBe(0);
  });

  it('is refused where nobody knows the authority, even with the right key', async () => {
    const { end } = await office(({ cert }) => ({ pins: [spkiPin(cert)] }));
    expect(await refused(end)).toMatchObject({ why: 'certificate' });
  });

  it('is reached through a proxy that passes TLS through', async () => {
    const { address, asked } = await proxy('200 Connection established');
    const { end, receiver } = await office(({ ca }) => ({ ca }), { proxy: { kind: 'address', address } });
    await end.accepted();
    expect(new Set(asked)).toEqual(new Set([`127.0.0.1:${receiver.port}`]));
  });

  it('is not reached through a proxy that wants a log-in, and that is said', async () => {
    const { address } = await proxy('407 Proxy Authentication Required');
    const { end } = await office(({ ca }) => ({ ca }), { proxy: { kind: 'address', address } });
    expect(await refused(end)).toMatchObject({ why: 'proxy-login' });
  });

  it('is not reached where the proxy is not there', async () => {
    const { end } = await office(({ ca }) => ({ ca }), {
      proxy: { kind: 'address', address: '127.0.0.1:1' },
    });
    expect(await refused(end)).toMatchObject({ why: 'proxy' });
  });
});
