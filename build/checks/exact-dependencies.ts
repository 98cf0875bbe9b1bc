import { z } from 'zod';

const Versions = z.record(z.string(), z.string()).default({});
export const Manifest = z.looseObject({ dependencies: Versions, devDependencies: Versions });
export type Manifest = z.infer<typeof Manifest>;
const Lock = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      inBundle: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
export type Lock = z.input<typeof Lock>;

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** One version each, the one that was tested, and of every package in the lock file what makes it that one. */
export function dependencyFaults(manifest: unknown, lock: unknown): readonly string[] {
  const { dependencies, devDependencies } = Manifest.parse(manifest);
  const { packages } = Lock.parse(lock);
  const wanted = Object.entries({ ...dependencies, ...devDependencies });
  return [
    ...wanted
      .filter(([, version]) => !EXACT.test(version))
      .map(([name, version]) => `package.json: ${name} is '${version}', which is not one exact version`),
    ...wanted
      .filter(
        ([name, version]) => EXACT.test(version) && packages[`node_modules/${name}`]?.version !== version,
      )
      .map(([name, version]) => `package-lock.json: ${name} is not ${version}, as package.json says`),
    ...Object.keys(dependencies)
      .filter(name => name in devDependencies)
      .map(name => `package.json: ${name} is named twice`),
    ...Object.entries(packages)
      .filter(([folder, each]) => folder !== '' && !each.link && !each.inBundle && !each.integrity)
      .map(([folder]) => `package-lock.json: ${folder} has no digest`),
    ...Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter(name => !isLocked(packages, folder, name))
        .map(name => `package-lock.json: ${folder} may need ${name}, which is not there`),
    ),
  ];
}

/**
 * Where Node would find the package, seen from a folder: beside it, or in any node_modules further up.
 *
 * npm can leave out what another platform needs when it writes the lock file on a machine where modules are
 * installed already (npm/cli 4828); `npm ci` then refuses on every machine.
 */
function isLocked(packages: Readonly<Record<string, unknown>>, folder: string, name: string): boolean {
  const parts = folder.split('/node_modules/');
  return [...parts.map((_, at) => parts.slice(0, at + 1).join('/node_modules/')), ''].some(
    above => `${above}${above ? '/' : ''}node_modules/${name}` in packages,
  );
}
