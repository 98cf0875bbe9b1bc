import { describe, expect, it } from 'vitest';
import { Field } from '#shared/procedure/field.schema.ts';
import { typedValues, valuesFrom } from './typed-values.ts';

const label = { zh: '样本', en: 'Sample' };
const fields = [
  Field.parse({ key: 'healthy', type: 'bool', label, default: true }),
  Field.parse({ key: 'place', type: 'text', label, default: '前台' }),
  Field.parse({ key: 'remark', type: 'text', label }),
];

describe('what stands in a form', () => {
  it('begins with what stands there by itself', () => {
    expect(typedValues(fields, {})).toEqual({ healthy: true, place: '前台', remark: '' });
    expect(valuesFrom(fields, typedValues(fields, {}))).toEqual({ healthy: true, place: '前台' });
  });

  it('says that it was emptied, and stays empty when it is opened again', () => {
    const emptied = valuesFrom(fields, { healthy: false, place: ' ', remark: '' });
    expect(emptied).toEqual({ healthy: false, place: null });
    expect(typedValues(fields, emptied)).toEqual({ healthy: false, place: '', remark: '' });
  });
});
