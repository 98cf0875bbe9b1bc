import { EventEmitter, once } from 'node:events';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { guardClass, guarded } from './guard.ts';

class Part extends EventEmitter {
  declared: string | undefined;
  greet(): string {
    return 'hello';
  }
  static make(): Part {
    return new Part();
  }
}
guardClass('part', Part);

type Loose = Record<string, unknown>;

describe('a guarded part', () => {
  it('names what is read or set and is not there', () => {
    const object = guarded('thing', { known: 1 }) as Loose;
    expect(object['known']).toBe(1);
    expect(() => object['other']).toThrow(
      'The Chromium stand-in has no thing.other; only the real Electron has.',
    );
    expect(() => (object['other'] = 1)).toThrow('thing.other');
  });

  it('lets a test put its own function in the place of a known one', () => {
    const object = guarded('thing', { known: (): number => 1 });
    object.known = () => 2;
    expect(object.known()).toBe(2);
  });

  it('can be awaited, printed and compared', async () => {
    const object = guarded('thing', { known: 1 });
    expect(await Promise.resolve(object)).toBe(object);
    expect(JSON.stringify(object)).toBe('{"known":1}');
    expect(inspect(object)).toContain('known: 1');
  });

  it('is an event emitter as before when it is a class', async () => {
    const part = Part.make();
    const heard = once(part, 'news');
    part.emit('news', 1);
    expect(await heard).toStrictEqual([1]);
    expect([part.greet(), part.declared, part instanceof EventEmitter]).toStrictEqual([
      'hello',
      undefined,
      true,
    ]);
    expect(() => (part as unknown as Loose)['other']).toThrow('part.other');
    expect(() => (Part as unknown as Loose)['other']).toThrow('part.other');
  });
});
