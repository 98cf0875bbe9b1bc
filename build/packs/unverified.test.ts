import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Form } from '#shared/procedure/form.schema.ts';
import { ProcedureFile } from '#shared/procedure/procedure.schema.ts';
import { MARKED_AT, markedOf } from '#shared/procedure/unverified.ts';
import { shippedPacks } from './pack.files.ts';

type Node = z.core.JSONSchema.BaseSchema;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Paths of everything in a schema that has a mark. */
function marksIn(node: Node, path: string): readonly string[] {
  const properties = Object.entries(node.properties ?? {});
  const inside = properties.flatMap(([key, value]) =>
    isNode(value) ? marksIn(value, path === '' ? key : `${path}.${key}`) : [],
  );
  const parts: readonly (readonly [unknown, string])[] = [
    [node.items, `${path}[]`],
    [node.additionalProperties, `${path}{}`],
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])].map(
      each => [each, path] as const,
    ),
  ];
  return [
    ...(properties.some(([key]) => key === 'unverified') ? [path] : []),
    ...inside,
    ...parts.flatMap(([each, at]) => (isNode(each) ? marksIn(each, at) : [])),
  ];
}

/** The objects of a pack at a path. */
function objectsAt(value: unknown, path: string): readonly Record<string, unknown>[] {
  const parts = path.split(/\.|(?=\[\])|(?=\{\})/).filter(part => part !== '');
  return parts
    .reduce<readonly unknown[]>(
      (found, part) =>
        found.flatMap(each => {
          if (each === null || typeof each !== 'object') return [];
          if (part === '[]' || part === '{}') return Object.values(each) as unknown[];
          const next = (each as Record<string, unknown>)[part];
          return next === undefined ? [] : [next];
        }),
      [value],
    )
    .filter((each): each is Record<string, unknown> => each !== null && typeof each === 'object');
}

const kinds = Object.keys(MARKED_AT) as (keyof typeof MARKED_AT)[];

describe('what is not confirmed', () => {
  it('is looked for everywhere a pack may mark it', () => {
    const inProcedure = marksIn(z.toJSONSchema(ProcedureFile, { io: 'input' }), '');
    const inForms = marksIn(z.toJSONSchema(Form, { io: 'input' }), 'forms[]');
    expect(new Set([...inProcedure, ...inForms])).toEqual(new Set(Object.values(MARKED_AT)));
  });

  it.each(kinds)('is listed as %s wherever it is marked, and nowhere else', kind => {
    let listed = 0;
    for (const shipped of shippedPacks().procedures) {
      const procedure = structuredClone(shipped);
      for (const each of kinds)
        for (const object of objectsAt(procedure, MARKED_AT[each])) object['unverified'] = each === kind;
      const marked = markedOf(procedure);
      expect(marked.filter(each => each.kind === kind)).toHaveLength(
        objectsAt(procedure, MARKED_AT[kind]).length,
      );
      expect(new Set(marked.map(each => each.kind)).size).toBeLessThanOrEqual(1);
      listed += marked.length;
    }
    expect(listed).toBeGreaterThan(0);
  });
});
