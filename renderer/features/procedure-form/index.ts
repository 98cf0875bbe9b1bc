export { fieldRows, formRows, type ScreenRow } from './form-rows.ts';
export { ProcedureForm } from './procedure-form.tsx';
export { changesFrom, typedFrom, typedValues, valueFrom, valuesFrom, type Typed } from './typed-values.ts';
