import { execFile } from 'node:child_process';
import { access, statfs } from 'node:fs/promises';
import { z } from 'zod';
import type { Drive, DriveSource } from './drive.ts';

/** A hard disk in a USB case calls itself fixed: what hangs on USB is asked for apart. */
export const SCRIPT = [
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8',
  "$ErrorActionPreference = 'SilentlyContinue'",
  '$disks = @(Get-CimInstance Win32_LogicalDisk | Select-Object DeviceID, DriveType, VolumeName, VolumeSerialNumber, FileSystem, FreeSpace, Size)',
  "$usb = @(Get-Disk | Where-Object BusType -eq 'USB' | Get-Partition | Where-Object DriveLetter | ForEach-Object { [string]$_.DriveLetter })",
  '@{ disks = $disks; usb = $usb } | ConvertTo-Json -Compress -Depth 3',
].join('\n');

/** DriveType of Win32_LogicalDisk. */
const REMOVABLE = 2;
const FIXED = 3;
const NETWORK = 4;

const Disk = z.object({
  DeviceID: z.string().regex(/^[A-Z]:$/),
  DriveType: z.number(),
  VolumeName: z.string().nullable(),
  VolumeSerialNumber: z.string().nullable(),
  FileSystem: z.string().nullable(),
  FreeSpace: z.number().nullable(),
  Size: z.number().nullable(),
});

// PowerShell 5 writes a list of one as the one itself.
const listOf = <Of extends z.ZodType>(of: Of) =>
  z.union([z.array(of), of.transform(one => [one]), z.null().transform(() => [])]);

const Listed = z.object({ disks: listOf(Disk), usb: listOf(z.string()) });

/** A reader without a card has a letter and nothing else. */
export function parseDisks(json: string): readonly Drive[] {
  const listed = Listed.safeParse(parsed(json));
  if (!listed.success) return [];
  const { disks } = listed.data;
  const usb: readonly string[] = listed.data.usb;
  return disks.flatMap(disk => {
    const letter = disk.DeviceID;
    const isUsb = disk.DriveType === FIXED && usb.includes(letter.slice(0, 1));
    if (disk.DriveType !== NETWORK && disk.DriveType !== REMOVABLE && !isUsb) return [];
    if (disk.Size === null || disk.FreeSpace === null) return [];
    return [
      {
        volume: disk.VolumeSerialNumber ?? letter,
        label: disk.VolumeName ? `${disk.VolumeName} (${letter})` : letter,
        path: `${letter}\\`,
        kind: disk.DriveType === NETWORK ? ('network' as const) : ('removable' as const),
        filesystem: disk.FileSystem ?? '',
        ...{ free: disk.FreeSpace, total: disk.Size },
      },
    ];
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

const run = (): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(
      'powershell.exe',
      ['-NoProfile', '-NonInteractive', '-Command', SCRIPT],
      { windowsHide: true, timeout: 20_000, maxBuffer: 1024 * 1024 },
      (fault, out) => {
        if (fault) reject(fault instanceof Error ? fault : new Error('powershell'));
        else resolve(out);
      },
    );
  });

const LETTERS = Array.from({ length: 23 }, (_, at) => String.fromCharCode('D'.charCodeAt(0) + at));

async function lettersNow(): Promise<string> {
  const there = LETTERS.map(letter =>
    access(`${letter}:\\`).then(
      () => letter,
      () => '',
    ),
  );
  return (await Promise.all(there)).join('');
}

/** Starting PowerShell takes a second of an old PC: it is only asked when letters come or go. */
export function windowsDrives(ask: () => Promise<string> = run, letters = lettersNow): DriveSource {
  let known: { readonly letters: string; readonly drives: readonly Drive[] } | undefined;
  const withSpace = async (drive: Drive): Promise<Drive> => {
    if (drive.kind === 'network') return drive;
    const space = await statfs(drive.path).catch(() => undefined);
    return space ? { ...drive, free: space.bavail * space.bsize } : drive;
  };
  return {
    list: async () => {
      const now = await letters();
      if (known?.letters !== now) known = { letters: now, drives: parseDisks(await ask()) };
      return Promise.all(known.drives.map(withSpace));
    },
  };
}
