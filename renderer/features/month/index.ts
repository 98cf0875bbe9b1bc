export { MonthPage } from './month-page.tsx';
