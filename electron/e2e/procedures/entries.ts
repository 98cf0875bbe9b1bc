import { expect, type Locator } from '@playwright/test';
import { registrationForm } from '#shared/case/registration-form.ts';
import { dateOf, Instant, timeOf } from '#shared/core/instant.ts';
import type { Field } from '#shared/procedure/field.schema.ts';
import { getField, getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { isTable, type FieldValue, type Values } from '#shared/procedure/values.ts';
import { asked, fillField, type Entry } from '../pages/form.page.ts';

const words = (field: Field, value: unknown): string =>
  field.options?.find(option => option.value === value)?.label.zh ?? String(value);

/** A value as a person gives it: by the words on the screen. */
function entryOf(field: Field, value: Exclude<FieldValue, null>): Entry {
  if (typeof value === 'boolean') return value;
  if (isTable(value))
    return value.map(row =>
      Object.fromEntries(
        (field.columns ?? []).flatMap(({ key, label }) => (row[key] ? [[label.zh, row[key]]] : [])),
      ),
    );
  if (Array.isArray(value)) return value.map(each => words(field, each));
  if (field.type === 'datetime') {
    const instant = Instant.parse(value);
    return `${dateOf(instant)} ${timeOf(instant)}`;
  }
  return words(field, value);
}

/** Fields of the register form as they come on the screen: those of the paper first, then the others. */
export function registerKeys(procedure: Procedure, values: Values): readonly string[] {
  const form = getForm(procedure, registrationForm(procedure, values));
  const { fields } = procedure.registration;
  const onPaper = (form.sheet === 'form' ? form.rows : [])
    .flatMap(({ cells }) => cells)
    .flatMap(cell => cell.fields ?? (cell.field === undefined ? [] : [cell.field]));
  return [...new Set([...onPaper.filter(key => fields.includes(key)), ...fields])];
}

/** Puts values into a form by their labels; one that waits for another is filled when it comes. */
export async function fillValues(
  form: Locator,
  procedure: Procedure,
  keys: readonly string[],
  values: Values,
): Promise<void> {
  const label = (key: string): string => getField(procedure, key).label.zh;
  // Two fields may bear one label: the telephone of either side.
  const nth = (key: string): number => keys.filter(other => label(other) === label(key)).indexOf(key);
  let waiting = Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [{ key, value }]));
  const isAsked = async ({ key, value }: (typeof waiting)[number]): Promise<boolean> =>
    (await asked(form, label(key), entryOf(getField(procedure, key), value))) > nth(key);
  while (waiting.length > 0) {
    const nowhere = `屏幕上没有地方填：${waiting.map(({ key }) => `${label(key)}（${key}）`).join('、')}`;
    const anyAsked = async (): Promise<boolean> => (await Promise.all(waiting.map(isAsked))).includes(true);
    await expect.poll(anyAsked, { message: nowhere }).toBe(true);
    const later: typeof waiting = [];
    for (const each of waiting)
      if (await isAsked(each))
        await fillField(
          form,
          label(each.key),
          entryOf(getField(procedure, each.key), each.value),
          nth(each.key),
        );
      else later.push(each);
    waiting = later;
  }
}
