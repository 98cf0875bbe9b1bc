export { ClocksPage } from './clocks-page.tsx';
export { FilePage } from './file-page.tsx';
export { PaperPage, type PaperPageProps } from './paper-page.tsx';
export { isCorrectedSince } from './current-document.ts';
export { openPdf } from './pdf/open-pdf.ts';
export type { OpenPdf } from './pdf/pdf.types.ts';
export { PeriodChoice } from './period-choice.tsx';
export { usePeriodChoice, type ChosenPeriod } from './use-period-choice.ts';
export { PeriodPaperPage, type PeriodPaperPageProps } from './period-paper-page.tsx';
