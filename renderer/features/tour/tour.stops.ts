/** Places of the frame, so that every stop is there whatever page somebody is at; in the order of a day. */
export const TOUR_STOPS = ['workbench', 'reception', 'search', 'cases', 'month', 'lock'] as const;
export type TourStop = (typeof TOUR_STOPS)[number];
