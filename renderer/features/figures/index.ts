export { FiguresPage, type FiguresPageProps } from './figures-page.tsx';
