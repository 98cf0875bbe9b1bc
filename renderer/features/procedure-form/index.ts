export { fieldRows, formRows, type ScreenRow } from './form-rows.ts';
export { StepPaper } from './step-paper.tsx';
export { ProcedureForm } from './procedure-form.tsx';
export { changesFrom, typedFrom, typedValues, valueFrom, valuesFrom, type Typed } from './typed-values.ts';
