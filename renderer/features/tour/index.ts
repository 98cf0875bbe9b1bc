export { Tour, type TourProps } from './tour.tsx';
export { useTour, type TourState } from './use-tour.ts';
