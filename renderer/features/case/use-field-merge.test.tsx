// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { useForm, useWatch } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import { Field } from '#shared/procedure/field.schema.ts';
import type { Values } from '#shared/procedure/values.ts';
import { typedValues, type Typed } from '#renderer/features/procedure-form/index.ts';
import { useFieldMerge } from './use-field-merge.ts';

const fields = [
  Field.parse({ key: 'subject', type: 'text', label: { zh: '事由', en: 'Matter' } }),
  Field.parse({ key: 'phone', type: 'text', label: { zh: '电话', en: 'Telephone' } }),
];

const FIRST: Values = { subject: '楼道灯坏了', phone: '1' };

const begin = (begunOn = FIRST) =>
  renderHook(
    ({ stands }: { readonly stands: Values }) => {
      const form = useForm<Typed>({ defaultValues: typedValues(fields, FIRST) });
      const typed = useWatch({ control: form.control }) as Typed;
      return { form, merging: useFieldMerge({ form, fields, typed, stands, begunOn }) };
    },
    { initialProps: { stands: FIRST } },
  );

describe('a form over a case that is changed elsewhere while it is open', () => {
  it('follows where nothing was written, and what is written there afterwards is no conflict', () => {
    const { result, rerender } = begin();
    rerender({ stands: { ...FIRST, phone: '2' } });
    expect(result.current.form.getValues('phone')).toBe('2');
    expect(result.current.merging.taken.map(({ key }) => key)).toEqual(['phone']);
    act(() => result.current.form.setValue('phone', '3'));
    expect(result.current.merging.conflicts).toEqual([]);
    expect(result.current.merging.seen['phone']).toBe('2');
  });

  it('keeps what was written and asks; the choice is kept and what is not used is shown', () => {
    const { result, rerender } = begin();
    act(() => result.current.form.setValue('phone', '3'));
    rerender({ stands: { ...FIRST, phone: '2' } });
    expect(result.current.form.getValues('phone')).toBe('3');
    expect(result.current.merging.conflicts).toMatchObject([{ mine: '3', theirs: '2' }]);
    act(() => result.current.merging.settle('phone', 'mine'));
    expect(result.current.merging.conflicts).toEqual([]);
    expect(result.current.merging.dropped).toMatchObject([{ field: { key: 'phone' }, value: '2' }]);
    expect(result.current.form.getValues('phone')).toBe('3');
    // Changed once more elsewhere: asked once more.
    rerender({ stands: { ...FIRST, phone: '4' } });
    act(() => result.current.merging.settle('phone', 'theirs'));
    expect(result.current.form.getValues('phone')).toBe('4');
    expect(result.current.merging.dropped).toMatchObject([{ field: { key: 'phone' }, value: '3' }]);
  });

  it('asks nothing of what both came to say, also when it is written anew afterwards', () => {
    // A draft begun when nothing stood there, which by now says what the case says.
    const { result } = begin({ subject: '楼道灯坏了' });
    act(() => result.current.form.setValue('phone', '3'));
    expect(result.current.merging.conflicts).toEqual([]);
    expect(result.current.merging.seen['phone']).toBe('1');
  });
});
