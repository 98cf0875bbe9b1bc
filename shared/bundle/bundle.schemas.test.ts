import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BundleId, OfficeCode } from '#shared/core/ids.ts';
import { addMonthsTo, plainDate, type PlainMonth } from '#shared/core/plain-date.ts';
import { expectOk } from '#shared/core/result.ts';
import { formatBagInfo, parseBagInfo, type BagInfo } from './bag-info.ts';
import { bagName, bundleFileName, parseBundleName } from './bundle-name.ts';
import { BUNDLE_SENTENCES } from './bundle.refusals.ts';
import { CHAIN_START, extendsChain, headOf, linkEvent, type ChainHead } from './event-chain.ts';
import { EventLine } from './event-line.schema.ts';
import { HeadquartersCard } from './headquarters-card.schema.ts';
import { formatManifest, parseManifest } from './manifest.ts';
import { OfficeCard } from './office-card.schema.ts';
import { Receipt } from './receipt.schema.ts';
import { isSafePath, pathKey } from './safe-name.rules.ts';

const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
const anyMonth = fc.nat(600).map(months => addMonthsTo('2020-01' as PlainMonth, months));
const ulid = '01JAMPSMN0FFTSPSZX6P8EK5DT';

const info: BagInfo = {
  format: '1.0',
  officeName: '样本社区居委会',
  officeCode: OfficeCode.parse('PHX-0371'),
  bundleId: BundleId.parse(ulid),
  baggingDate: plainDate('2026-11-01'),
  payload: { bytes: 12345, files: 7 },
  period: '2026-10' as PlainMonth,
  sequence: 4,
  previous: null,
  caseCount: 0,
  zeroReport: true,
};

describe('bundle names', () => {
  it('come back from file and bag names', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 1, max: 99_999 }), (period, sequence) => {
        const name = { code: OfficeCode.parse('PHX-0371'), period, sequence };
        expect(parseBundleName(bundleFileName(name))).toEqual(name);
        expect(parseBundleName(bagName(name))).toEqual(name);
      }),
    );
    expect(bundleFileName({ code: info.officeCode, period: info.period, sequence: 4 })).toBe(
      'PHX-0371_2026-10_0004.bag.zip.age',
    );
  });

  it('are undefined for anything else', () => {
    for (const bad of [
      'PHX-0371_2026-10_4',
      'PHX-0371_2026-10_00004',
      'PHX-0371_2026-10_0000',
      'PHX-0371_2026-13_0001',
      'phx_2026-10_0001',
      'PHX-0371_2026-10_0001_x',
      '../PHX-0371_2026-10_0001',
      'PHX-0371_2026-10_0001.bag.zip.age.part',
    ]) {
      expect(parseBundleName(bad), bad).toBeUndefined();
    }
  });
});

describe('bag-info.txt', () => {
  it('comes back from its text', () => {
    const chainHead = { seq: 17, hash: 'ab'.repeat(32) };
    const previous = { id: info.bundleId, sha256: 'cd'.repeat(32) };
    for (const written of [info, { ...info, previous, chainHead, zeroReport: false, caseCount: 3 }]) {
      expect(expectOk(parseBagInfo(formatBagInfo(written)))).toEqual(written);
      expect(expectOk(parseBagInfo(formatBagInfo(written).replaceAll('\n', '\r\n')))).toEqual(written);
    }
    expect(formatBagInfo(info)).toContain('Payload-Oxum: 12345.7\n');
  });

  it('reads folded lines and labels it does not know', () => {
    const text = formatBagInfo(info).replace('样本社区居委会', '样本社区\n  居委会') + 'Contact-Name: 范例\n';
    expect(expectOk(parseBagInfo(text)).officeName).toBe('样本社区 居委会');
  });

  it('is refused without a label it needs, with one twice, or with a bad value', () => {
    const lines = formatBagInfo(info).split('\n').filter(Boolean);
    for (const [index, line] of lines.entries()) {
      const label = line.slice(0, line.indexOf(':'));
      const twice = [...lines, line].join('\n');
      expect(parseBagInfo(twice).ok, `${label} twice`).toBe(false);
      if (label === 'Case-Bundle-Format') continue;
      expect(parseBagInfo(lines.toSpliced(index, 1).join('\n')).ok, `no ${label}`).toBe(false);
      expect(parseBagInfo(lines.with(index, `${label}: \u0007`).join('\n')).ok, `bad ${label}`).toBe(false);
    }
  });

  it('of a newer major format is told from a broken one', () => {
    const newer = 'Case-Bundle-Format: 2.0\nSomething-New: yes\n';
    expect(parseBagInfo(newer)).toEqual({ ok: false, error: { code: 'bundle/newer-format', detail: '2.0' } });
    expect(parseBagInfo(formatBagInfo({ ...info, format: '1.9' })).ok).toBe(true);
  });
});

describe('manifests', () => {
  it('come back from their text, also with awkward paths', () => {
    const path = fc.string({ unit: 'binary', minLength: 1 }).map(name => `data/${name.normalize('NFC')}`);
    fc.assert(
      fc.property(fc.uniqueArray(path), hex, (paths, sha256) => {
        const entries = paths.map(name => ({ path: name, sha256 }));
        expect(parseManifest(formatManifest(entries))).toEqual(new Map(paths.map(name => [name, sha256])));
      }),
    );
  });

  it('are refused when a path is listed twice or a line is no entry', () => {
    const line = `${'0'.repeat(64)}  data/a\n`;
    expect(parseManifest(line + line)).toBeUndefined();
    expect(parseManifest('data/a\n')).toBeUndefined();
    expect(parseManifest(`${'0'.repeat(63)}  data/a\n`)).toBeUndefined();
  });
});

describe('safe paths', () => {
  it('name one plain file below the bag on every system', () => {
    for (const good of [
      'data/README.txt',
      'bagit.txt',
      `data/documents/${ulid}/${ulid}.pdf`,
      'data/reports/登记簿.pdf',
    ]) {
      expect(isSafePath(good), good).toBe(true);
    }
    for (const bad of [
      '',
      '/etc/passwd',
      '../x',
      'data/../../x',
      'data/./x',
      'data//x',
      'data/',
      'C:/x',
      'c:x',
      'data\\..\\x',
      '\\\\server\\share',
      'data/x\0.pdf',
      'data/x\n.pdf',
      'data/NUL',
      'data/con.txt',
      'data/Aux.tar.gz',
      'data/COM1',
      'data/x.',
      'data/x ',
      'data/ x',
      'data/x:stream',
      'data/a\u202Efdp.exe',
      'data/a\uD800',
      `data/${'x'.repeat(256)}`,
      'data/x'.repeat(400),
    ]) {
      expect(isSafePath(bad), JSON.stringify(bad)).toBe(false);
    }
  });

  it('share a key when some system cannot tell them apart', () => {
    expect(pathKey('data/É.pdf')).toBe(pathKey('data/e\u0301.PDF'));
    expect(pathKey('data/straße')).toBe(pathKey('data/STRASSE'));
    expect(pathKey('data/a')).not.toBe(pathKey('data/b'));
  });
});

describe('the event chain', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const journal = 'ee'.repeat(32);
  const chainOf = (events: readonly Record<string, unknown>[]): EventLine[] => {
    let head: ChainHead = CHAIN_START;
    return events.map(event => {
      const line = linkEvent(head, { journal, event }, sha256);
      head = headOf(line);
      return line;
    });
  };
  const holds = (lines: readonly EventLine[]): boolean => {
    let head: ChainHead = CHAIN_START;
    return lines.every(line => {
      const good = extendsChain(head, line, sha256);
      head = headOf(line);
      return good;
    });
  };

  it('hashes the previous hash, a line feed and the canonical JSON of sequence, record and event', () => {
    const [line] = chainOf([{ b: 1, a: '登记' }]);
    const text = `${'0'.repeat(64)}\n{"event":{"a":"登记","b":1},"journal":"${journal}","seq":1}`;
    expect(line?.hash).toBe(sha256(text));
  });

  it('holds for what was written, through JSON and back', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 8 }), events => {
        const lines = JSON.parse(JSON.stringify(chainOf(events))) as unknown[];
        expect(holds(lines.map(line => EventLine.parse(line)))).toBe(true);
      }),
    );
  });

  it('breaks when a line is dropped, doubled, swapped or altered', () => {
    const lines = chainOf(Array.from({ length: 6 }, (_, index) => ({ index })));
    expect(holds(lines)).toBe(true);
    expect(holds(lines.toSpliced(2, 1))).toBe(false);
    expect(holds(lines.toSpliced(2, 0, lines[2]!))).toBe(false);
    expect(holds(lines.with(2, lines[3]!).with(3, lines[2]!))).toBe(false);
    expect(holds(lines.with(5, { ...lines[5]!, event: { index: 6 } }))).toBe(false);
    expect(holds(lines.with(5, { ...lines[5]!, journal: 'aa'.repeat(32) }))).toBe(false);
    expect(holds(lines.with(5, { ...lines[5]!, seq: 7 }))).toBe(false);
  });
});

describe('cards and receipts', () => {
  const office = {
    format: 'phoenix-office-card',
    version: 1,
    code: 'PHX-0371',
    name: '样本社区居委会',
    signing_key: 'RWToYMe0p6es0s8kGSc0GU7r14YDkDds4SW9TQXm4v5fG0TwzgNF4rQC',
    software: 'Phoenix Desk 0.1.0',
    made_at: '2026-10-01T09:00:00+08:00',
  };
  const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kudz4ty5qgjp8vk'.slice(0, 62);

  it('pass with what they must hold, and keep what a later version adds', () => {
    expect(OfficeCard.parse({ ...office, district: '110101' })).toMatchObject({ district: '110101' });
    const headquarters = {
      format: 'phoenix-headquarters-card',
      version: 1,
      name: '样本街道办事处',
      bundle_recipients: [recipient],
      sealed_recipient: recipient,
      signing_key: office.signing_key,
      made_at: office.made_at,
    };
    expect(HeadquartersCard.safeParse(headquarters).success).toBe(true);
    expect(HeadquartersCard.safeParse({ ...headquarters, address: 'https://hq.example/' }).success).toBe(
      true,
    );
    for (const bad of [
      { bundle_recipients: [] },
      { sealed_recipient: recipient.toUpperCase() },
      { address: 'javascript:alert(1)' },
      { version: 2 },
    ]) {
      expect(HeadquartersCard.safeParse({ ...headquarters, ...bad }).success, JSON.stringify(bad)).toBe(
        false,
      );
    }
    for (const bad of [{ code: '../x' }, { name: 'two\nlines' }, { name: ' x' }, { signing_key: 'RWx' }]) {
      expect(OfficeCard.safeParse({ ...office, ...bad }).success, JSON.stringify(bad)).toBe(false);
    }
  });

  it('let a bundle be accepted without reasons or rejected with one, nothing else', () => {
    const receipt = {
      format: 'phoenix-receipt',
      version: 1,
      headquarters: '样本街道办事处',
      bundle_id: ulid,
      sha256: 'ab'.repeat(32),
      office: 'PHX-0371',
      period: '2026-10',
      sequence: 4,
      received_at: office.made_at,
      verdict: 'accepted',
      reasons: [],
      counts: { cases: 1, events: 2, documents: 1, attachments: 0, files: 9, bytes: 4000 },
    };
    const reason = { code: 'bundle/gap', sentence: BUNDLE_SENTENCES['bundle/gap'].zh };
    expect(Receipt.safeParse(receipt).success).toBe(true);
    expect(Receipt.safeParse({ ...receipt, reasons: [reason] }).success).toBe(false);
    expect(Receipt.safeParse({ ...receipt, verdict: 'rejected' }).success).toBe(false);
    const rejected = { ...receipt, verdict: 'rejected', reasons: [reason], counts: null };
    expect(Receipt.safeParse(rejected).success).toBe(true);
  });
});

describe('sentences of refusals', () => {
  it('exist in Chinese and English for every code', () => {
    for (const [code, text] of Object.entries(BUNDLE_SENTENCES)) {
      expect(text.zh, code).toMatch(/[。]$/);
      expect(text.en, code).toMatch(/[.]$/);
    }
  });
});
