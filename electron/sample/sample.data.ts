import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { SampleOffice } from '#shared/sample/sample.schema.ts';

/** Shipped with the program, so a fault in it is a bug. */
export const readSampleOffice = async (resources: string): Promise<SampleOffice> =>
  SampleOffice.parse(parse(await readFile(path.join(resources, 'samples', 'office.sample.yaml'), 'utf8')));
