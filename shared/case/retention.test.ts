import { describe, expect, it } from 'vitest';
import { err, expectOk } from '#shared/core/result.ts';
import { at, deciding, foundedOffice } from '#shared/fixtures/community.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { decideOffice } from './office.decide.ts';
import { evolveOffice, type OfficeState } from './office.state.ts';
import { withOverrides } from './overrides.ts';
import { keepingOf, RETENTION_KEY, type Retention } from './retention.ts';

const kept = (retention: Retention): Procedure => {
  const pack = ladderPack();
  if (!pack.archive) throw new Error('the made-up pack keeps files');
  return { ...pack, archive: { ...pack.archive, retention } };
};

const withdrawn = (procedure: Procedure, day: string) =>
  new MadeDesk(procedure).register('2026-10-08T09:30').step(`${day}T10:00`, 'withdraw', { free_will: true });

const own = (value: string | null, now = '2026-10-08T08:00', before = foundedOffice()) => {
  const command = {
    type: 'change-setting',
    procedure: 'ladder',
    key: RETENTION_KEY,
    value,
    reason: '局里规定',
  } as const;
  const decided = decideOffice(before, command, deciding({ now: at(now) }));
  return { decided, office: (): OfficeState => expectOk(decided).reduce<OfficeState>(evolveOffice, before) };
};

describe('the file of a case', () => {
  it('is kept for full years after the one it was closed in', () => {
    const procedure = kept({ years: 5 });
    for (const day of ['2026-10-08', '2026-12-31'])
      expect(keepingOf(procedure, withdrawn(procedure, day).state())).toEqual({ until: '2031-12-31' });
    expect(keepingOf(procedure, withdrawn(procedure, '2027-01-01').state())).toEqual({ until: '2032-12-31' });
  });

  it('has no end while the case is open', () => {
    const procedure = kept({ years: 5 });
    expect(
      keepingOf(procedure, new MadeDesk(procedure).register('2026-10-08T09:30').state()),
    ).toBeUndefined();
  });

  it('is kept for good, or as the office decides, where the pack says so', () => {
    for (const retention of [{ permanent: true }, { office_decides: true }] as const)
      expect(keepingOf(kept(retention), withdrawn(kept(retention), '2026-10-09').state())).toEqual(retention);
  });

  it('is not spoken of where the pack has no file', () => {
    const { tracks } = kept({ years: 5 });
    expect(keepingOf({ tracks }, withdrawn(kept({ years: 5 }), '2026-10-09').state())).toBeUndefined();
  });
});

describe('years that the office sets itself', () => {
  const pack = kept({ office_decides: true });
  const retentionAt = (office: OfficeState, received: string) =>
    withOverrides(pack, office, at(received)).archive?.retention;

  it('count for cases received from then on, and are taken back', () => {
    const set = own(' 10 ', '2026-10-09T12:00').office();
    expect(retentionAt(set, '2026-10-09T11:59')).toEqual({ office_decides: true });
    expect(retentionAt(set, '2026-10-09T12:00')).toEqual({ years: 10 });
    const back = own(null, '2026-10-10T12:00', set).office();
    expect(retentionAt(back, '2026-10-10T12:00')).toEqual({ office_decides: true });
  });

  it.each(['0', '-3', '1.5', '100', 'ten', '1e1'])('are never %s', value => {
    expect(own(value).decided).toEqual(err({ code: 'office/bad-figure' }));
  });
});
