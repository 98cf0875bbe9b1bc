import { describe, expect, it } from 'vitest';
import { dependencyFaults } from './exact-dependencies.ts';

const locked = (version: string) => ({ version, integrity: 'sha512-x' });
const lock = {
  packages: { '': {}, 'node_modules/a': locked('1.2.3'), 'node_modules/b': locked('2.0.0-rc.1') },
};

describe('dependencies', () => {
  it('are named by one exact version, the one in the lock file', () => {
    const manifest = { dependencies: { a: '1.2.3' }, devDependencies: { b: '2.0.0-rc.1' } };
    expect(dependencyFaults(manifest, lock)).toStrictEqual([]);
  });

  it.each(['^1.2.3', '~1.2.3', '1.x', '*', 'latest', '>=1.2.3', 'github:a/b', '1.2'])(
    'are not %s',
    version => {
      expect(dependencyFaults({ dependencies: { a: version } }, lock)).toHaveLength(1);
    },
  );

  it('are those of the lock file', () => {
    expect(dependencyFaults({ dependencies: { a: '1.2.4' } }, lock)[0]).toContain('a is not 1.2.4');
    expect(dependencyFaults({ dependencies: { c: '1.0.0' } }, lock)[0]).toContain('c is not 1.0.0');
  });

  it('are named once', () => {
    const manifest = { dependencies: { a: '1.2.3' }, devDependencies: { a: '1.2.3' } };
    expect(dependencyFaults(manifest, lock)).toStrictEqual(['package.json: a is named twice']);
  });

  it('are locked for every platform', () => {
    const packages = {
      ...lock.packages,
      'node_modules/a/node_modules/c': {
        ...locked('1.0.0'),
        optionalDependencies: { b: '2', 'c-linux': '1' },
      },
    };
    expect(dependencyFaults({}, { packages })).toStrictEqual([
      'package-lock.json: node_modules/a/node_modules/c may need c-linux, which is not there',
    ]);
    const complete = { ...packages, 'node_modules/a/node_modules/c-linux': locked('1.0.0') };
    expect(dependencyFaults({}, { packages: complete })).toStrictEqual([]);
  });

  it('have a digest in the lock file', () => {
    const packages = { ...lock.packages, 'node_modules/a/node_modules/c': { version: '1.0.0' } };
    expect(dependencyFaults({}, { packages })).toStrictEqual([
      'package-lock.json: node_modules/a/node_modules/c has no digest',
    ]);
  });
});
