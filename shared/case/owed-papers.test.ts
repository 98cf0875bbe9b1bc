import { describe, expect, it } from 'vitest';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { ROLES } from '#shared/procedure/role.ts';
import { archiveLines } from './archive.rules.ts';
import { permittedSteps } from './permitted.ts';

const pack = ladderPack();
const answered = () =>
  new MadeDesk(pack)
    .register('2026-10-08T09:30')
    .step('2026-10-08T10:00', 'accept')
    .step('2026-10-09T10:00', 'answer');

describe('a paper that was set anew after one came back signed', () => {
  const signed = () => {
    const desk = answered();
    const document = desk.print('2026-10-09T11:00', 'LAD-02', 'A', 'a'.repeat(64));
    return desk.act('2026-10-09T12:00', { type: 'record-signed', document });
  };
  const waits = (desk: MadeDesk) => {
    const seen = permittedSteps(pack, desk.state(), { name: '王登记', roles: ROLES });
    const filing = seen.find(({ step }) => step.id === 'file');
    return filing?.obstacles.some(({ code }) => code === 'not-signed');
  };

  it('must be signed itself, once it is printed', () => {
    const desk = signed();
    expect(waits(desk)).toBe(false);
    const anew = desk.print('2026-10-10T10:00', 'LAD-02');
    expect(waits(desk)).toBe(true);
    expect(waits(desk.act('2026-10-10T11:00', { type: 'record-signed', document: anew }))).toBe(false);
  });

  it('may go without signature, and then says so', () => {
    const desk = signed();
    const document = desk.print('2026-10-10T10:00', 'LAD-02');
    desk.act('2026-10-10T11:00', { type: 'waive-signature', document, cause: 'refuses', reason: '不签' });
    expect(waits(desk)).toBe(false);
    expect(archiveLines(pack, desk.state())[0]).toMatchObject({ unsigned: { cause: 'refuses' } });
  });

  it('leaves the signed one standing when it is void, or did not come out', () => {
    const desk = signed();
    const document = desk.print('2026-10-10T10:00', 'LAD-02');
    expect(waits(desk.act('2026-10-10T11:00', { type: 'void-document', document, reason: '印错' }))).toBe(
      false,
    );
    const other = desk.print('2026-10-10T12:00', 'LAD-02');
    expect(waits(desk.act('2026-10-10T12:10', { type: 'withdraw-print', document: other, nth: 1 }))).toBe(
      false,
    );
  });

  it('is signed where it is the same to the letter', () => {
    const desk = signed();
    desk.print('2026-10-10T10:00', 'LAD-02', 'A', 'a'.repeat(64));
    expect(waits(desk)).toBe(false);
  });
});
