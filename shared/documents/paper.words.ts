import type { Paper } from './paper.model.ts';

/**
 * The few words the layout itself puts on paper. Everything else comes worded from the form. They follow the
 * practice of official forms: 附页, 以下空白, 第 x 页 共 y 页.
 */
export interface PaperWords {
  readonly page: string;
  readonly of: string;
  readonly afterPages: string;
  readonly notes: string;
  readonly annexTag: string;
  readonly annexOf: (title: string) => string;
  readonly seeAnnex: string;
  readonly goesOn: string;
  readonly continued: string;
  readonly restBlank: string;
  readonly item: string;
  readonly continuation: string;
  /** What a copy to be edited elsewhere is called in its properties. */
  readonly draft: string;
}

const ZH: PaperWords = {
  page: '第 ',
  of: ' 页　共 ',
  afterPages: ' 页',
  notes: '注：',
  annexTag: '附页（一）',
  annexOf: title => `${title}附页`,
  seeAnnex: '见附页（一）',
  goesOn: '——下接附页（一）',
  continued: '（续）',
  restBlank: '以下空白',
  item: '栏　目',
  continuation: '续填内容',
  draft: '草稿',
};

const EN: PaperWords = {
  page: 'Page ',
  of: ' of ',
  afterPages: '',
  notes: 'Note: ',
  annexTag: 'Annex 1',
  annexOf: title => `${title} – Annex`,
  seeAnnex: 'See Annex 1',
  goesOn: '– continued in Annex 1',
  continued: ' (cont.)',
  restBlank: 'Rest left blank',
  item: 'Item',
  continuation: 'Continuation',
  draft: 'Draft',
};

export const paperWords = (lang: Paper['lang']): PaperWords => (lang === 'en' ? EN : ZH);
