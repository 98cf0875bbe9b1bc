/** What is done one after the other when a month is sealed and carried to a drive. */
export const EXPORT_PHASES = [
  'reports',
  'gathering',
  'writing',
  'reading-back',
  'copying',
  'comparing',
] as const;
export type ExportPhase = (typeof EXPORT_PHASES)[number];

export interface ExportProgress {
  readonly phase: ExportPhase;
  /** Bytes; of the reports the papers that are set. */
  readonly done: number;
  /** 0 where nobody knows. */
  readonly total: number;
}
