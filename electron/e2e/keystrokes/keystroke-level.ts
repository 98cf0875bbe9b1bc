/**
 * The keystroke-level model: S. K. Card, T. P. Moran, A. Newell, The keystroke-level model for user performance time
 * with interactive systems, Communications of the ACM 23 (1980) 7, 396–410. Seconds.
 */
export const OPERATORS = {
  /** A key or button; the average non-secretary typist, 40 words a minute. Ctrl with another key is two. */
  K: 0.28,
  /**
   * Making up one's mind. By rule 0 of the paper before every key that is no part of what is entered (text, numbers),
   * by rule 2 once for a run of keys that belong together: a command, the way to the next field.
   */
  M: 1.35,
} as const;

/** What a registration asks of the hand and the mind. Hands stay on the keys: nothing is pointed at. */
export interface Effort {
  readonly keys: number;
  readonly thoughts: number;
}

export const secondsOf = ({ keys, thoughts }: Effort): number => keys * OPERATORS.K + thoughts * OPERATORS.M;
