import type { Locator } from '@playwright/test';

export type Row = Readonly<Record<string, string>>;
/** What is put into a field: its words, a tick, several ticks by their words, rows by the words over their columns. */
export type Entry = string | number | boolean | readonly string[] | readonly Row[];
export type Fields = Readonly<Record<string, Entry>>;

const wordsOf = (entry: Entry): string => (typeof entry === 'object' ? JSON.stringify(entry) : String(entry));

const isRows = (entry: Entry): entry is readonly Row[] =>
  Array.isArray(entry) && typeof entry[0] === 'object';

async function fillRows(table: Locator, rows: readonly Row[]): Promise<void> {
  const removes = table.getByRole('button', { name: /^去掉第 \d+ 行$/ });
  while ((await removes.count()) > rows.length) await removes.last().click();
  while ((await removes.count()) < rows.length) await table.getByRole('button', { name: '加一行' }).click();
  for (const [index, row] of rows.entries())
    for (const [column, text] of Object.entries(row)) {
      const by = { name: `第 ${index + 1} 行${column}`, exact: true };
      // With choices to pick from it is a combobox.
      await table.getByRole('textbox', by).or(table.getByRole('combobox', by)).fill(text);
    }
}

async function tickAll(group: Locator, words: readonly string[]): Promise<void> {
  for (const box of await group.getByRole('checkbox').all()) {
    const name = await box.evaluate(input => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await box.setChecked(words.includes(name.trim()), { force: true });
  }
}

/** Everything in the form that bears this name and may be filled. */
function named(form: Locator, label: string, entry: Entry): Locator {
  const by = { name: label, exact: true };
  // Rows and several ticks are groups; a group of that name is otherwise a form, with the name of its step.
  if (Array.isArray(entry)) return form.getByRole('group', by);
  return form
    .getByRole('radiogroup', by)
    .or(form.getByRole('textbox', by))
    .or(form.getByRole('combobox', by))
    .or(form.getByRole('checkbox', by));
}

/** How often the form asks for this now; a field may wait for what another one says. */
export const asked = (form: Locator, label: string, entry: Entry): Promise<number> =>
  named(form, label, entry).count();

/** Fills one field of a ruled form by its visible label, whatever kind of control it is. */
export async function fillField(form: Locator, label: string, entry: Entry, nth = 0): Promise<void> {
  const one = named(form, label, entry).nth(nth);
  await one.waitFor({ state: 'attached' }).catch((cause: unknown) => {
    throw new Error(`表单里没有“${label}”这一栏`, { cause });
  });
  const [tag, role] = await one.evaluate(({ tagName, role, type }: HTMLInputElement) => [
    tagName,
    role ?? type,
  ]);
  if (role === 'radiogroup') {
    const words = typeof entry === 'boolean' ? (entry ? '是' : '否') : wordsOf(entry);
    await one.getByRole('radio', { name: words, exact: true }).check({ force: true });
  } else if (role === 'group' && Array.isArray(entry)) {
    await (isRows(entry) ? fillRows(one, entry) : tickAll(one, entry as readonly string[]));
  } else if (tag === 'SELECT') {
    await one.selectOption({ label: wordsOf(entry) });
  } else if (role === 'checkbox') {
    await one.setChecked(entry === true || entry === '是', { force: true });
  } else {
    await one.fill(wordsOf(entry));
    await one.blur();
  }
}

export async function fillForm(form: Locator, fields: Fields): Promise<void> {
  for (const [label, entry] of Object.entries(fields)) await fillField(form, label, entry);
}
