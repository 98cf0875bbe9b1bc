export { GuidanceCards } from './guidance-cards.tsx';
export { markedName } from './name-search.ts';
export { ProcedurePage } from './procedure-page.tsx';
export { ProcedurePicker } from './procedure-picker.tsx';
export { ProceduresPage } from './procedures-page.tsx';
