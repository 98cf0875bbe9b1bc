export { Palette, type CaseHit, type PaletteProps } from './palette.tsx';
