import { inLanguage, type Language } from '#shared/core/text.ts';
import type { ManualChapter, ManualSection } from '#shared/manual/manual.schema.ts';
import {
  blank,
  headCell,
  para,
  paper,
  part,
  row,
  table,
  titlePara,
  value,
  valueCell,
} from './paper.build.ts';
import type { Block, Paper, Part } from './paper.model.ts';

export interface ManualSubject {
  readonly chapters: readonly ManualChapter[];
  readonly language: Language;
  /** As a key is printed; nothing where no command has it. */
  readonly keyOf: (command: string) => string | undefined;
  /** What stands under the title: the program and its version. */
  readonly version: string;
  /** The page each chapter begins on; empty before that is known, and room for it is left. */
  readonly starts: readonly number[];
}

const WORDS = {
  'zh-CN': {
    title: '凤凰台账说明书',
    contents: '目录',
    number: '章',
    chapter: '说什么',
    page: '页',
    key: '键',
    does: '做什么',
  },
  en: {
    title: 'Phoenix Desk: the manual',
    contents: 'Contents',
    number: 'No.',
    chapter: 'What it is about',
    page: 'Page',
    key: 'Key',
    does: 'What it does',
  },
} as const;

const titleOf = (chapter: ManualChapter, at: number, language: Language): string =>
  `${at + 1}\u3000${inLanguage(chapter.title, language)}`;

function contents({ chapters, language, starts, version }: ManualSubject): Part {
  const words = WORDS[language];
  const head = row([headCell(words.number), headCell(words.chapter), headCell(words.page)]);
  const rows = chapters.map(({ id, title }, at) => {
    const start = starts[at];
    return row([
      valueCell(String(at + 1), { align: 'center' }),
      valueCell(value(`${id}.contents`, inLanguage(title, language))),
      valueCell(start === undefined ? blank(1) : value(`${id}.page`, String(start)), { align: 'center' }),
    ]);
  });
  return part([
    titlePara(words.title),
    para('center', version),
    para('body', ''),
    para('heading1', words.contents),
    table([2, 20, 3], rows, { head: [head] }),
  ]);
}

function sectionBlocks(
  section: ManualSection,
  id: string,
  { language, keyOf }: ManualSubject,
): readonly Block[] {
  const words = WORDS[language];
  const { heading, text, steps, keys } = section;
  const keyed = keys.map(({ command, does }, at) =>
    row([
      valueCell(value(`${id}.key.${at}`, keyOf(command) ?? ''), { align: 'center' }),
      valueCell(value(`${id}.does.${at}`, inLanguage(does, language))),
    ]),
  );
  return [
    ...(heading ? [para('heading1', value(`${id}.heading`, inLanguage(heading, language)))] : []),
    ...text.map((each, at) => para('long', value(`${id}.text.${at}`, inLanguage(each, language)))),
    ...steps.map((each, at) =>
      para('long', [
        { kind: 'text', text: `${at + 1}. ` },
        value(`${id}.step.${at}`, inLanguage(each, language)),
      ]),
    ),
    ...(keyed.length > 0
      ? [
          para('body', ''),
          table([4, 21], keyed, { head: [row([headCell(words.key), headCell(words.does)])], dense: true }),
          para('body', ''),
        ]
      : []),
  ];
}

const chapterPart = (chapter: ManualChapter, at: number, subject: ManualSubject): Part => {
  const { language } = subject;
  const title = titleOf(chapter, at, language);
  return part(
    [
      titlePara(title),
      ...chapter.sections.flatMap((section, index) =>
        sectionBlocks(section, `${chapter.id}.${index}`, subject),
      ),
    ],
    { running: [WORDS[language].title, title] },
  );
};

/** The manual of the screen on paper: contents, and every chapter on a page of its own, to be taken out and pinned up. */
export const manualPaper = (subject: ManualSubject): Paper =>
  paper('form', {
    id: 'manual',
    title: WORDS[subject.language].title,
    lang: subject.language,
    parts: [contents(subject), ...subject.chapters.map((chapter, at) => chapterPart(chapter, at, subject))],
  });

const bare = (line: string): string => line.replaceAll(/\s/g, '');

/** A long title goes on in the next lines. */
const standsIn = (lines: readonly string[], title: string): boolean =>
  lines.some((_, at) => {
    let said = '';
    for (const line of lines.slice(at)) {
      said += bare(line);
      if (said === title) return true;
      if (!title.startsWith(said)) return false;
    }
    return false;
  });

/** Where each chapter begins, by the lines of the pages it was set on; nothing where one of them was not found. */
export function chapterStarts(
  { chapters, language }: Pick<ManualSubject, 'chapters' | 'language'>,
  pages: readonly (readonly string[])[],
): readonly number[] {
  let from = 0;
  const starts = chapters.map((chapter, at) => {
    const title = bare(titleOf(chapter, at, language));
    // The head of a later page of the chapter says the title too, but with the name of the manual before it.
    const found = pages.findIndex((lines, page) => page > from && standsIn(lines, title));
    from = Math.max(from, found);
    return found + 1;
  });
  return starts.every(start => start > 0) ? starts : [];
}
