import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/**
 * The systems of the seed catalogue with the ids of their forms, fields, limits and reports: what the packs are held
 * against. Facts only; it never changes with the packs.
 */
export const Catalogue = z.strictObject({
  systems: z.array(
    z.strictObject({ no: z.string(), code: z.string(), id: z.string(), zh: z.string(), en: z.string() }),
  ),
  forms: z.array(
    z.strictObject({ id: z.string(), pack: z.string(), title: z.string(), keys: z.array(z.string()) }),
  ),
  limits: z.array(z.strictObject({ id: z.string(), pack: z.string(), due: z.string() })),
  reports: z.array(z.strictObject({ id: z.string(), pack: z.string() })),
});
export type Catalogue = z.infer<typeof Catalogue>;

export const readCatalogue = (): Catalogue =>
  Catalogue.parse(JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'catalogue.json'), 'utf8')));
