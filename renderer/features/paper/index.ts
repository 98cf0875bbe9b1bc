export { PaperPage, type PaperPageProps } from './paper-page.tsx';
