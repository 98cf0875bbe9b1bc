import { describe, expect, it, vi } from 'vitest';
import { describeError, logBug, logNote, prepareLog } from './log.ts';

interface Transports {
  readonly file: { resolvePathFn?: () => string; maxSize?: number };
  readonly console: { level?: unknown };
}

const written = vi.hoisted(() => ({
  error: vi.fn<(...words: unknown[]) => void>(),
  info: vi.fn<(...words: unknown[]) => void>(),
  transports: ((): Transports => ({ file: {}, console: {} }))(),
}));
vi.mock('electron-log/main', () => ({ default: written }));

const withStack = (error: Error, ...lines: readonly string[]): Error =>
  Object.assign(error, { stack: [`${error.name}: ${error.message}`, ...lines].join('\n') });

describe('an error in the log', () => {
  it('is one line with its name, what it says and its places', () => {
    const error = withStack(
      new TypeError('cannot be read'),
      '    at openLedger (file:///opt/desk/dist/main.js:10:5)',
      '    at async Object.answer [as handle] (/opt/desk/dist/main.js:20:7)',
    );
    expect(describeError(error)).toBe(
      'TypeError cannot be read at openLedger (main.js:10:5) < at async Object.answer [as handle] (main.js:20:7)',
    );
  });

  it('has its code instead of its message where it has one', () => {
    const error = Object.assign(new Error("ENOENT: no such file, open '/home/样本/desk'"), {
      code: 'ENOENT',
    });
    const line = describeError(error);
    expect(line).toMatch(/^Error ENOENT at /);
    expect(line).not.toContain('样本');
  });

  it.each([
    'no such person: 样本三',
    'no such person\n样本三',
    'no such person "样本三"',
    "no such person '样本三'",
    'no such person `样本三`',
    'no such person “样本三”',
    'no such person 「样本三」',
  ])('leaves out what a message quotes: %j', message => {
    expect(describeError(withStack(new Error(message)))).toBe('Error no such person ');
  });

  it.each(['样本三住三单元', '{"name":"样本三"', '[1, 样本三]', '样'])(
    'leaves out the text %j that could not be parsed',
    text => {
      const parse = (): unknown => JSON.parse(text);
      expect(parse).toThrow(SyntaxError);
      try {
        parse();
      } catch (cause) {
        expect(describeError(cause)).not.toMatch(/样/);
      }
    },
  );

  it.each([
    '    at open (C:\\Users\\样本 三\\desk\\main.js:10:5)',
    '    at open (/home/样本 三/desk/main.js:10:5)',
    '    at open (/home/样本 (三)/desk/main.js:10:5)',
    '    at C:\\Users\\样本 三\\desk\\main.js:10:5',
    '    at async /home/样本 (三)/desk/main.js:10:5',
    '    at file:///home/%E6%A0%B7 样本/desk/main.js:10:5',
    '    at eval (eval at open (/home/样本 三/desk/main.js:1:2), /home/样本/main.js:10:5)',
  ])('leaves out the folders of a place, whatever they are called: %s', line => {
    const described = describeError(withStack(new Error('x'), line));
    expect(described).toContain('main.js:10:5');
    expect(described).not.toMatch(/样本|三/);
  });

  it('takes no line of its message for a place', () => {
    const error = withStack(
      new Error('address\n    at 样本街 (三号)\n    at home'),
      '    at f (/a/b.js:1:2)',
    );
    expect(describeError(error)).toBe('Error address at f (b.js:1:2)');
  });

  it('names what caused it', () => {
    const inner = withStack(new RangeError('too far: 样本'), '    at g (/a/c.js:3:4)');
    const error = withStack(new Error('x', { cause: inner }), '    at f (/a/b.js:1:2)');
    expect(describeError(error)).toBe('Error x at f (b.js:1:2) because RangeError too far at g (c.js:3:4)');
  });

  it('is not quoted where it is no error', () => {
    for (const thrown of ['样本', 1, null, undefined, { name: '样本' }])
      expect(describeError(thrown)).toBe('not an error');
  });

  it('is written without its values', () => {
    logBug('journal:append', withStack(new Error('bad: 样本')));
    expect(written.error).toHaveBeenCalledExactlyOnceWith('journal:append', 'Error bad ');
  });
});

describe('the log', () => {
  it('is one file in its folder, of bounded size, and silent on the console', () => {
    prepareLog('/profile/logs');
    expect(written.transports.file.resolvePathFn?.()).toBe('/profile/logs/desk.log');
    expect(written.transports.file.maxSize).toBe(1_000_000);
    expect(written.transports.console.level).toBe(false);
  });

  it('takes notes as they are', () => {
    logNote('started');
    expect(written.info).toHaveBeenCalledExactlyOnceWith('started');
  });
});
