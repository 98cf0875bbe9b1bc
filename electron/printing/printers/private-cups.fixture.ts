import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CUPSD = '/usr/sbin/cupsd';
const PROGRAMS = '/usr/lib/cups';

const has = (command: string): boolean => spawnSync(command, ['-h'], { stdio: 'ignore' }).error === undefined;

/** Why no scheduler can be started here; undefined where it can. */
export function noPrivateCups(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root starts a print scheduler of its own';
  if (!existsSync(CUPSD) || !existsSync(path.join(PROGRAMS, 'filter/pdftopdf')))
    return 'CUPS is not installed (Debian: cups)';
  const missing = ['lp', 'lpstat', 'cancel', 'lpadmin'].filter(each => !has(each));
  return missing.length > 0 ? `not installed: ${missing.join(', ')} (Debian: cups-client)` : undefined;
}

/** The last link of the queue, which puts each job into a folder; `hold` and `fail` in it are a printer's moods. */
const BACKEND = `#!/bin/sh
[ $# -eq 0 ] && exit 0
folder="\${DEVICE_URI#keep:}"
if [ -e "$folder/hold" ]; then
  echo "STATE: +media-empty-error" >&2
  while [ -e "$folder/hold" ]; do sleep 0.05; done
  echo "STATE: -media-empty-error" >&2
fi
[ -e "$folder/fail" ] && { echo "ERROR: The fuser is cold" >&2; exit "$(cat "$folder/fail")"; }
cat "\${6:--}" > "$folder/.job"
mv "$folder/.job" "$folder/job-$1-copies-$4.pdf"
`;

/** A printer of A4 that takes PDF, so that the filters of CUPS work on the job as they do for a real one. */
const PPD = `*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "KEEP.PPD"
*Manufacturer: "Test"
*Product: "(Keep)"
*ModelName: "Keep"
*ShortNickName: "Keep"
*NickName: "Keep"
*PSVersion: "(3010.000) 0"
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *Duplex: PickOne
*DefaultDuplex: None
*Duplex None: ""
*Duplex DuplexNoTumble: ""
*CloseUI: *Duplex
*OpenUI *PageSize: PickOne
*DefaultPageSize: A4
*PageSize A4: ""
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4: "12 12 583 830"
*DefaultPaperDimension: A4
*PaperDimension A4: "595 842"
`;

const configOf = (dir: string): string => `LogLevel warn
Listen ${dir}/cups.sock
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;

const placesOf = (dir: string): string => `ServerRoot ${dir}/root
RequestRoot ${dir}/spool
TempDir ${dir}/tmp
CacheDir ${dir}/cache
StateDir ${dir}/state
ServerBin ${dir}/bin
DataDir /usr/share/cups
AccessLog ${dir}/access.log
ErrorLog ${dir}/error.log
PageLog ${dir}/page.log
Sandboxing relaxed
`;

export interface PrivateCups {
  /** Path of its socket. */
  readonly server: string;
  readonly queue: string;
  /** The printer waits for paper while it is out. */
  readonly outOfPaper: (out: boolean) => Promise<void>;
  /** How the device ends: with 1 the job is given up, with 4 the queue stops; null for well. */
  readonly fails: (exitCode: 1 | 4 | null) => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Names of the jobs that came out. */
  readonly cameOut: () => Promise<readonly string[]>;
  readonly readOut: (name: string) => Promise<Uint8Array>;
  readonly stop: () => Promise<void>;
}

async function awaitAnswer(server: string, scheduler: ChildProcess, log: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (existsSync(server)) return;
    if (scheduler.exitCode !== null) break;
    await pause(50);
  }
  const said = await readFile(log, 'utf8').catch(() => '');
  throw new Error(`the print scheduler did not start: ${said}`);
}

/** A scheduler of its own in a temporary folder, with one queue; the system's own CUPS is not touched. */
export async function startPrivateCups(): Promise<PrivateCups> {
  const dir = await mkdtemp(path.join(tmpdir(), 'private-cups-'));
  const out = path.join(dir, 'out');
  // The filters run as another user.
  await chmod(dir, 0o755);
  for (const each of ['root', 'spool', 'tmp', 'cache', 'state', 'bin', 'bin/backend', 'out'])
    await mkdir(path.join(dir, each));
  for (const each of ['tmp', 'out']) await chmod(path.join(dir, each), 0o1777);
  for (const each of ['filter', 'daemon', 'monitor', 'notifier', 'driver', 'cgi-bin'])
    await symlink(path.join(PROGRAMS, each), path.join(dir, 'bin', each));
  await writeFile(path.join(dir, 'bin/backend/keep'), BACKEND, { mode: 0o700 });
  await writeFile(path.join(dir, 'keep.ppd'), PPD);
  await writeFile(path.join(dir, 'root/cupsd.conf'), configOf(dir));
  await writeFile(path.join(dir, 'root/cups-files.conf'), placesOf(dir));

  const server = path.join(dir, 'cups.sock');
  const scheduler = spawn(
    CUPSD,
    ['-f', '-c', `${dir}/root/cupsd.conf`, '-s', `${dir}/root/cups-files.conf`],
    { stdio: 'ignore' },
  );
  await awaitAnswer(server, scheduler, path.join(dir, 'error.log'));
  const env = { ...process.env, CUPS_SERVER: server };
  const queue = 'keep';
  const device = ['-v', `keep:${out}`, '-P', path.join(dir, 'keep.ppd')];
  await run('lpadmin', ['-p', queue, '-E', ...device, '-o', 'printer-error-policy=abort-job'], { env });
  await run('lpadmin', ['-d', queue], { env });

  const mood = async (name: string, content: string | null): Promise<void> =>
    content === null ? rm(path.join(out, name), { force: true }) : writeFile(path.join(out, name), content);
  return {
    server,
    queue,
    outOfPaper: isOut => mood('hold', isOut ? '' : null),
    fails: exitCode => mood('fail', exitCode === null ? null : String(exitCode)),
    restart: async () => {
      await run('cupsenable', [queue], { env });
    },
    cameOut: async () => (await readdir(out)).filter(name => name.endsWith('.pdf')).sort(),
    readOut: async name => new Uint8Array(await readFile(path.join(out, name))),
    stop: async () => {
      const ended = new Promise(resolve => scheduler.once('exit', resolve));
      scheduler.kill('SIGTERM');
      await ended;
      await rm(dir, { recursive: true, force: true });
    },
  };
}
