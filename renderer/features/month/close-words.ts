/** How what is closed is spoken of. */
export interface CloseWords {
  /** Where its words stand: a month is locked, a period is closed. */
  readonly at: 'locks' | 'closes';
  /** In words: 2026年10月; 季度汇总，2026年第3季度. */
  readonly what: string;
  /** What drafts of its forms belong to. */
  readonly of: string;
}
