export interface Shot {
  readonly name: string;
  readonly query: string;
  readonly width: number;
  readonly height: number;
  readonly zoom?: number;
  readonly forced?: boolean;
  /** Buttons to press first. */
  readonly press?: readonly string[];
  /** Fields to open, by their label. */
  readonly open?: string;
}

const wide = { width: 1440, height: 900 };
const usual = { width: 1366, height: 768 };
const small = { width: 1280, height: 690 };

const PAGES = ['reception', 'cases', 'empty', 'case', 'month', 'error', 'person', 'lock', 'parts'] as const;

const each = (suffix: string, query: string, rest: Omit<Shot, 'name' | 'query'>): Shot[] =>
  PAGES.map(page => ({ name: `${page}${suffix}`, query: `page=${page}${query}`, ...rest }));

export const SHOTS: readonly Shot[] = [
  ...each('', '', usual),
  ...each('-wide', '', wide).filter(({ name }) => !name.startsWith('lock')),
  ...each('-small', '', small),
  ...each('-dark', '&scheme=dark', usual),
  ...each('-large', '&scale=large', usual),
  ...each('-en', '&language=en', usual),
  ...each('-zoom', '', { ...usual, zoom: 2 }),
  ...each('-zoom-en', '&language=en', { ...usual, zoom: 2 }),
  ...each('-zoom150', '', { ...small, zoom: 1.5 }),
  ...each('-forced', '', { ...usual, forced: true }),
  { name: 'menu-zoom', query: 'page=cases', ...usual, zoom: 2, press: ['菜单'] },
  { name: 'side-large', query: 'page=reception&scale=large', ...usual, press: ['可能反映过'] },
  { name: 'select', query: 'page=parts', ...wide, open: '打印机' },
  { name: 'side-zoom', query: 'page=reception', ...usual, zoom: 2, press: ['接待指引'] },
];
