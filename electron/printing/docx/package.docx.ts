import { escapeHtml } from '#shared/documents/html/escape.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { paperWords } from '#shared/documents/paper.words.ts';
import type { DocxType } from './sheet.docx.ts';

/** A file of the package that takes the place of the one the library writes. */
interface PackageFile {
  readonly path: string;
  readonly data: string;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OOXML = 'http://schemas.openxmlformats.org';

/** Title and that it is a draft. The library would write the time, and a name of who wrote it. */
const properties = (paper: Paper): PackageFile => ({
  path: 'docProps/core.xml',
  data: `${XML}
<cp:coreProperties xmlns:cp="${OOXML}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeHtml(paper.title)}</dc:title><dc:language>${paper.lang}</dc:language><cp:contentStatus>${paperWords(paper.lang).draft}</cp:contentStatus></cp:coreProperties>`,
});

/** Where a computer has none of that name: its other names, older ones, and the free one papers are drawn with. */
const FONTS = [
  ['仿宋', 'FangSong,FangSong_GB2312,仿宋_GB2312,STFangsong,FandolFang', 'modern', 'fixed'],
  ['楷体', 'KaiTi,KaiTi_GB2312,楷体_GB2312,STKaiti,FandolKai', 'modern', 'fixed'],
  ['黑体', 'SimHei,STHeiti,FandolHei', 'modern', 'fixed'],
  ['宋体', 'SimSun,STSong,Noto Serif SC', 'auto', 'variable'],
] as const;

/** 86 is the character set GB 2312, by which Word chooses another Chinese font rather than a Latin one. */
const fontTable = (): PackageFile => ({
  path: 'word/fontTable.xml',
  data: `${XML}
<w:fonts xmlns:w="${OOXML}/wordprocessingml/2006/main">${FONTS.map(
    ([name, others, family, pitch]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`,
  ).join('')}</w:fonts>`,
});

const FANG = '<w:rFonts w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋" w:cs="Times New Roman"/>';

const HEADINGS = [
  ['Title', 'Title', ''],
  ['Heading1', 'heading 1', '<w:outlineLvl w:val="0"/>'],
  ['Heading2', 'heading 2', '<w:outlineLvl w:val="1"/>'],
] as const;

/**
 * How Word sets what is typed into the file later; every run and paragraph of the paper says itself how it is set.
 * The program reckons lines without space between Chinese and Latin text and without hanging punctuation, which Word
 * would have. Its own names of styles are shown in the language of Word.
 */
const styles = ({ size }: DocxType): PackageFile => ({
  path: 'word/styles.xml',
  data: `${XML}
<w:styles xmlns:w="${OOXML}/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>${FANG}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${HEADINGS.map(
    ([id, name, level]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>${level && `<w:pPr>${level}</w:pPr>`}</w:style>`,
  ).join('')}</w:styles>`,
});

export const packageFiles = (paper: Paper, type: DocxType): PackageFile[] => [
  properties(paper),
  fontTable(),
  styles(type),
];
