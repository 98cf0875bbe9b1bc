import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CHANNELS, NOTICES } from './channels.ts';
import { contract } from './contract.ts';
import { nameParts } from './desk-api.ts';

describe('the contract', () => {
  it('has exactly the channels that the preload offers', () => {
    expect(Object.keys(contract)).toEqual([...CHANNELS]);
    expect(new Set(CHANNELS).size).toBe(CHANNELS.length);
  });

  it('answers these and no other channels while the ledger is locked', () => {
    expect(CHANNELS.filter(name => contract[name].needs === 'nothing')).toEqual([
      'app:boot',
      'app:preferences',
      'app:report',
      'setup:begin',
      'setup:print-key',
      'setup:finish',
      'session:unlock',
      'session:recover',
      'session:lock',
      'sample:make',
      'sample:cancel',
      'sample:open',
      'sample:leave',
      'sample:remove',
      'manual:read',
      'printers:list',
    ]);
  });

  it.each(CHANNELS)('takes for %s either nothing or an object without unknown keys', name => {
    const input: z.ZodType = contract[name].input;
    if (input instanceof z.ZodVoid) {
      for (const something of [null, 0, '', {}, []]) expect(input.safeParse(something).success).toBe(false);
      return;
    }
    expect(input).toBeInstanceOf(z.ZodObject);
    const refused = input.safeParse({ unknown: 1 });
    expect(refused.error?.issues.map(issue => issue.code)).toContain('unrecognized_keys');
    for (const something of [undefined, null, 0, '', [], () => 1])
      expect(input.safeParse(something).success).toBe(false);
  });
});

describe('the names in the window', () => {
  it('are an area and a verb', () => {
    expect(nameParts('setup:print-key')).toEqual(['setup', 'printKey']);
    expect(nameParts('cards:import-headquarters')).toEqual(['cards', 'importHeadquarters']);
    expect(nameParts('app:boot')).toEqual(['app', 'boot']);
  });

  it('are plain identifiers, and no two channels share one', () => {
    const names = CHANNELS.map(channel => nameParts(channel).join('.'));
    for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z]+([A-Z][a-z]+)*$/);
    expect(new Set(names).size).toBe(CHANNELS.length);
  });

  it('leave room for the notices, which are told by “on”', () => {
    expect(CHANNELS.map(channel => nameParts(channel)[0])).not.toContain('on');
    expect([...NOTICES]).toEqual([
      'journal:appended',
      'session:locked',
      'bundles:progress',
      'outbox:changed',
      'clock:moved',
      'sample:progress',
    ]);
    for (const notice of NOTICES) expect(CHANNELS).not.toContain(notice);
  });
});
