import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const read = (...args: string[]) => readArguments('electron', args);

describe('the arguments of the stand-in', () => {
  it('are those of the program, without what a test driver puts in front', () => {
    const launch = read(
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      'main.js',
      '--user-data-dir=/u',
      'x',
    );
    expect(launch.target).toBe('main.js');
    expect(launch.argv).toStrictEqual(['electron', 'main.js', '--user-data-dir=/u', 'x']);
    expect(launch.switches.get('remote-debugging-port')).toBe('0');
    expect(launch.switches.get('user-data-dir')).toBe('/u');
  });

  it('are kept when the same switch stands behind the program', () => {
    expect(read('main.js', '--no-sandbox').argv).toStrictEqual(['electron', 'main.js', '--no-sandbox']);
  });

  it('may load modules first, and name no program', () => {
    expect(read('-r', 'first.js', '--flag')).toMatchObject({
      target: '.',
      required: ['first.js'],
      argv: ['electron', '--flag'],
    });
  });

  it('give a switch the first of its values, and none when it has none', () => {
    const { switches } = read('--lang=zh-CN', '--lang=en', '--equals=a=b', '--bare', '.');
    expect(Object.fromEntries(switches)).toStrictEqual({ lang: 'zh-CN', equals: 'a=b', bare: '' });
  });
});
