export { ReceptionPage } from './reception-page.tsx';
