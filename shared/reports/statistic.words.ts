import type { Text } from '#shared/core/text.ts';

/** In place of the name of a procedure, where all of them are counted. */
export const ALL_PROCEDURES: Text = { zh: '全部规程', en: 'All procedures' };

/** What stands at the head of the paper; an official one is in Chinese, whatever the language of the window. */
export const STATISTIC_PAPERS = { register: '登记台账', figures: '统计表' } as const;
