import type { Locator } from '@playwright/test';

/** Fills one field of a ruled form by its visible label, whatever kind of control it is. */
export async function fillField(form: Locator, label: string, value: string | boolean): Promise<void> {
  const group = form.getByRole('radiogroup', { name: label, exact: true });
  if ((await group.count()) > 0) {
    await group.getByRole('radio', { name: String(value), exact: true }).check({ force: true });
    return;
  }
  const control = form.getByLabel(label, { exact: true });
  if ((await control.count()) === 0) throw new Error(`表单里没有“${label}”这一栏`);
  const first = control.first();
  const [tag, type] = await first.evaluate(element => [element.tagName, element.getAttribute('type') ?? '']);
  if (tag === 'SELECT') await first.selectOption({ label: String(value) });
  else if (type === 'checkbox') await first.setChecked(value === true || value === '是', { force: true });
  else {
    await first.fill(String(value));
    await first.blur();
  }
}

export async function fillForm(
  form: Locator,
  fields: Readonly<Record<string, string | boolean | number>>,
): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await fillField(form, label, typeof value === 'number' ? String(value) : value);
}
