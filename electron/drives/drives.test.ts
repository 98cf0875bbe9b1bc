import { mkdir, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder, tinyDisk } from '../files/temp-folder.fixture.ts';
import { doubtOf } from './chosen-place.ts';
import type { Drive } from './drive.ts';
import { DrivePresence } from './drive.presence.ts';
import { drivesOf } from './drives.ts';
import { kindOf, labelOf, parseMounts } from './linux.drives.ts';
import { driveOf } from './mac.drives.ts';
import { PlaceToWrite } from './place-to-write.ts';
import { parseDisks, windowsDrives } from './windows.drives.ts';

const drive = (changes: Partial<Drive> = {}): Drive => ({
  ...{ volume: '1234-ABCD', label: '样本盘', path: '/run/media/desk/样本盘', kind: 'removable' },
  ...{ filesystem: 'vfat', free: 4_000_000_000, total: 8_000_000_000, ...changes },
});

describe('drives on Linux', () => {
  // Written after proc(5), not recorded from a PC.
  const MOUNTS = String.raw`/dev/vda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /run/media/desk/SAMPLE\040\345\205\253 vfat rw,nosuid 0 0
//server/share /mnt/share cifs rw 0 0
half a line`;

  it('are read from the mounts, with blanks and Chinese in their names', () => {
    expect(parseMounts(MOUNTS).map(({ path: at, filesystem }) => `${at} ${filesystem}`)).toEqual([
      '/ ext4',
      '/proc proc',
      '/run/media/desk/SAMPLE 八 vfat',
      '/mnt/share cifs',
      'a line',
    ]);
  });

  it('are removable by what the disk says or by where the desktop mounts them', () => {
    const kinds = parseMounts(MOUNTS).map(mount => kindOf(mount, false));
    expect(kinds).toEqual(['fixed', 'fixed', 'removable', 'network', 'fixed']);
    expect(kindOf({ device: '/dev/sdc1', path: '/mnt/stick', filesystem: 'exfat' }, true)).toBe('removable');
    expect(kindOf({ device: '/dev/sdc1', path: '/mnt/stick', filesystem: 'exfat' }, false)).toBe('fixed');
  });

  it('have labels with the signs that udev writes as numbers', () => {
    expect(labelOf(String.raw`SAMPLE\x20STICK`)).toBe('SAMPLE STICK');
    expect(labelOf(String.raw`\xe6\xa0\xb7\xe6\x9c\xac`)).toBe('样本');
    expect(labelOf('样本')).toBe('样本');
    expect(labelOf(String.raw`样本\x20盘`)).toBe('样本 盘');
  });
});

describe('drives on Windows', () => {
  // Made by hand in the shape that ConvertTo-Json gives; not recorded from a PC.
  const disk = (id: string, type: number, changes: object = {}) => ({
    ...{ DeviceID: id, DriveType: type, VolumeName: '', VolumeSerialNumber: 'A1B2C3D4' },
    ...{ FileSystem: 'FAT32', FreeSpace: 100, Size: 200, ...changes },
  });

  it('are the removable ones, the fixed ones on USB, and those on the network', () => {
    const found = parseDisks(
      JSON.stringify({
        disks: [
          disk('C:', 3, { FileSystem: 'NTFS' }),
          disk('D:', 2, { VolumeName: '样本盘' }),
          disk('E:', 3, { VolumeSerialNumber: 'EEEE0000' }),
          disk('F:', 2, { FileSystem: null, FreeSpace: null, Size: null, VolumeSerialNumber: null }),
          disk('G:', 5),
          disk('Z:', 4, { VolumeSerialNumber: 'FFFF0000' }),
        ],
        usb: ['E'],
      }),
    );
    expect(found.map(({ label, kind, path: at, volume }) => [label, kind, at, volume])).toEqual([
      ['样本盘 (D:)', 'removable', 'D:\\', 'A1B2C3D4'],
      ['E:', 'removable', 'E:\\', 'EEEE0000'],
      ['Z:', 'network', 'Z:\\', 'FFFF0000'],
    ]);
  });

  it('are read also where PowerShell makes a list of one into the one, or says nothing of use', () => {
    const one = `\uFEFF${JSON.stringify({ disks: disk('D:', 2), usb: null })}`;
    expect(parseDisks(one).map(({ path: at }) => at)).toEqual(['D:\\']);
    for (const bad of ['', 'Access denied', '[]', '{"disks":[{"DeviceID":"../x"}],"usb":[]}'])
      expect(parseDisks(bad)).toEqual([]);
  });

  it('are asked for anew only when letters come or go', async () => {
    let asked = 0;
    let letters = 'D';
    const source = windowsDrives(
      () => {
        asked += 1;
        return Promise.resolve(JSON.stringify({ disks: [disk('D:', 2)], usb: [] }));
      },
      () => Promise.resolve(letters),
    );
    await source.list();
    await source.list();
    expect(asked).toBe(1);
    letters = 'DE';
    expect(await source.list()).toHaveLength(1);
    expect(asked).toBe(2);
  });
});

describe('drives on a Mac', () => {
  // Made by hand in the shape of `diskutil info -plist`; not recorded from a Mac.
  const plist = (external: boolean) => `<?xml version="1.0"?><plist><dict>
    <key>VolumeName</key><string>样本 &amp; 盘</string>
    <key>VolumeUUID</key><string>AAAA-BBBB</string>
    <key>MountPoint</key><string>/Volumes/样本</string>
    <key>FilesystemType</key><string>msdos</string>
    <key>FreeSpace</key><integer>400</integer>
    <key>TotalSize</key><integer>800</integer>
    <key>RemovableMediaOrExternalDevice</key><${external}/>
    <key>Internal</key><${!external}/></dict></plist>`;

  it('are those that hang on the outside', () => {
    expect(driveOf(plist(true))).toEqual({
      ...{ volume: 'AAAA-BBBB', label: '样本 & 盘', path: '/Volumes/样本', kind: 'removable' },
      ...{ filesystem: 'msdos', free: 400, total: 800 },
    });
    expect(driveOf(plist(false))).toBeUndefined();
    expect(driveOf('')).toBeUndefined();
  });
});

describe('folders that stand in for drives', () => {
  it('are pulled out and plugged in by moving them, and stay the same drive', async () => {
    const folder = await tempFolder();
    const slot = path.join(folder, 'slots');
    await mkdir(path.join(slot, '样本盘'), { recursive: true });
    const source = drivesOf(process.platform, slot);
    const [first] = await source.list();
    expect(first).toMatchObject({ label: '样本盘', kind: 'removable' });
    await rename(path.join(slot, '样本盘'), path.join(folder, 'pocket'));
    expect(await source.list()).toEqual([]);
    await rename(path.join(folder, 'pocket'), path.join(slot, '样本盘'));
    expect((await source.list()).map(({ volume }) => volume)).toEqual([first?.volume]);
  });

  it('that are not there are no drives', async () => {
    const folder = await tempFolder();
    await rm(folder, { recursive: true });
    expect(await drivesOf(process.platform, folder).list()).toEqual([]);
  });
});

describe('a chosen folder', () => {
  it('on the disk of this PC is doubted, and on another computer too', async () => {
    const own = await tempFolder();
    expect(await doubtOf(await tempFolder(), [], own)).toBe('system');
    const share = drive({ kind: 'network', path: '/mnt/share' });
    expect(await doubtOf('/mnt/share/bundles', [share], own)).toBe('network');
    expect(await doubtOf('\\\\server\\share', [], own)).toBe('network');
  });

  it('on a drive that is plugged in is not, nor on a disk of its own', async ({ skip }) => {
    const own = await tempFolder();
    const stick = await tempFolder();
    expect(await doubtOf(path.join(stick, 'sub'), [drive({ path: stick })], own)).toBeUndefined();
    const other = (await tinyDisk(1_000_000)) ?? skip('needs root to mount a disk');
    expect(await doubtOf(other, [], own)).toBeUndefined();
  });

  it('that was doubted is written to only after it was asked about', async () => {
    const folder = await tempFolder();
    const places = new PlaceToWrite({ list: () => Promise.resolve([]) }, os.tmpdir());
    const choose = () => Promise.resolve(folder);
    expect(await places.find({ kind: 'anyway' }, choose)).toEqual({ kind: 'cancelled' });
    expect(await places.find({ kind: 'choose' }, choose)).toEqual({ kind: 'doubt', doubt: 'system', folder });
    expect(await places.find({ kind: 'anyway' }, choose)).toMatchObject({ kind: 'place', folder });
    expect(await places.find({ kind: 'anyway' }, choose)).toEqual({ kind: 'cancelled' });
  });

  it('is no drive that has gone meanwhile', async () => {
    const places = new PlaceToWrite({ list: () => Promise.resolve([drive()]) }, os.tmpdir());
    const none = () => Promise.resolve(undefined);
    expect(await places.find({ kind: 'drive', volume: '1234-ABCD' }, none)).toMatchObject({ kind: 'place' });
    expect(await places.find({ kind: 'drive', volume: 'other' }, none)).toEqual({ kind: 'gone' });
  });
});

describe('reading again what was written', () => {
  const WRITTEN = 1000;

  it('proves something once the drive was out', () => {
    const presence = new DrivePresence(() => 0);
    presence.look([drive()]);
    expect(presence.isProof('1234-ABCD', WRITTEN)).toBe(false);
    presence.wroteTo('1234-ABCD');
    presence.look([drive()]);
    expect(presence.isProof('1234-ABCD', WRITTEN)).toBe(false);
    presence.look([]);
    presence.look([drive()]);
    expect(presence.isProof('1234-ABCD', WRITTEN)).toBe(true);
    presence.wroteTo('1234-ABCD');
    expect(presence.isProof('1234-ABCD', WRITTEN)).toBe(false);
  });

  it('proves something after the PC was off', () => {
    const presence = new DrivePresence(() => WRITTEN + 1);
    presence.look([drive()]);
    expect(presence.isProof('1234-ABCD', WRITTEN)).toBe(true);
  });
});
