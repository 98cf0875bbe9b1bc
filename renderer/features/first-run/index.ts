export { FirstRunPage, type FirstRunPageProps } from './first-run-page.tsx';
export type { KnownProcedure } from './office-step.tsx';
export { AnswerField, type AnswerFieldProps } from './answer-field.tsx';
export { NewPassphrase, type NewPassphraseProps } from './new-passphrase.tsx';
export { newPassphraseLack, type PassphraseLack } from './answers.ts';
