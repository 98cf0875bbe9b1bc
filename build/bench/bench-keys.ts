import { hkdfSync } from 'node:crypto';
import type { JournalKeys } from '#electron/journal/journal.file.ts';

export const BENCH_KEYS: JournalKeys = {
  subkey: label => Buffer.from(hkdfSync('sha256', 'a made-up key', '', label, 32)),
};

/** As long as the events of one saved case are. */
export const RECORD = Buffer.from(`{"kind":"registered","content":"${'楼道灯坏了三天。'.repeat(40)}"}`);
