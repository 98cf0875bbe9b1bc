import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonSchema, jsonSchemaText, SCHEMA_FILES, type SchemaFile } from './json-schemas.ts';
import { packFolders, readFolder } from './pack.files.ts';
import { SCHEMAS } from './schema.command.ts';

const schemaOf = (file: string): SchemaFile => {
  if (file.startsWith('forms/')) return 'form.schema.json';
  if (file.startsWith('examples/')) return 'example.schema.json';
  return file.replace('.yaml', '.schema.json') as SchemaFile;
};

describe('the JSON Schemas for editors', () => {
  it.each(SCHEMA_FILES)('%s is current; npm run packs -- schema writes it', file => {
    expect(fs.readFileSync(path.join(SCHEMAS, file), 'utf8')).toBe(jsonSchemaText(file));
  });

  it('are these and no others', () => {
    expect(fs.readdirSync(SCHEMAS).sort()).toEqual([...SCHEMA_FILES].sort());
  });

  it('name what comes back: conditions hold conditions', () => {
    const { $defs } = jsonSchema('procedure.schema.json');
    expect($defs?.['Condition']?.anyOf?.[0]).toMatchObject({
      properties: { all: { items: { $ref: '#/$defs/Condition' } } },
    });
  });

  it('let what has a default be left out, and keep the shape of dates', () => {
    const { $defs, required } = jsonSchema('procedure.schema.json');
    expect($defs?.['Step']?.required).toEqual(['id', 'name', 'track', 'from', 'role']);
    expect(required).not.toContain('limits');
    expect($defs?.['PlainDate']?.pattern).toBe(String.raw`^\d{4}-\d{2}-\d{2}$`);
  });

  const readers = new Map(
    SCHEMA_FILES.map(file => [
      file,
      z.fromJSONSchema(JSON.parse(jsonSchemaText(file)) as z.core.JSONSchema.JSONSchema),
    ]),
  );

  it.each(packFolders().map(folder => path.basename(folder)))('take every file of %s', name => {
    for (const { path: file, text } of readFolder(
      packFolders().find(each => path.basename(each) === name)!,
    )) {
      const found = readers.get(schemaOf(file))!.safeParse(parse(text));
      expect(found.success ? [] : [file, found.error.issues]).toEqual([]);
    }
  });

  it('refuse a key that nobody knows', () => {
    const guidance = readers.get('guidance.schema.json')!;
    const card = { id: 'a', title: { zh: '甲' }, kind: 'ask', lines: [] };
    expect(guidance.safeParse({ cards: [card] }).success).toBe(true);
    expect(guidance.safeParse({ cards: [{ ...card, colour: 'red' }] }).success).toBe(false);
  });
});
