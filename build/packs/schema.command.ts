import fs from 'node:fs';
import path from 'node:path';
import { jsonSchemaText, SCHEMA_FILES } from './json-schemas.ts';

export const SCHEMAS = path.resolve(import.meta.dirname, '../../resources/schema');

/** `schema`: writes the JSON Schemas of the files of a pack, for editors. */
export function schema(say: (line: string) => void, folder = SCHEMAS): number {
  fs.mkdirSync(folder, { recursive: true });
  for (const file of SCHEMA_FILES) {
    fs.writeFileSync(path.join(folder, file), jsonSchemaText(file));
    say(`resources/schema/${file}`);
  }
  return 0;
}
