import { inLanguage } from '#shared/core/text.ts';
import type { LetterForm, RecordForm } from '#shared/procedure/form.schema.ts';
import { blocksOf } from './form.blocks.paper.ts';
import {
  continuedTitle,
  filled,
  footOf,
  headNumber,
  numberLine,
  plainText,
  type FormSubject,
} from './form.subject.ts';
import { closing, foot, line, notes, para, paper, part, titlePara } from './paper.build.ts';
import type { Block, Paper } from './paper.model.ts';

/** A seal of an office of this size is set on unit and date (国务院关于国家行政机关和企业事业单位社会团体印章管理的规定, 1999). */
const SEAL_MM = 42;

const notesOf = (form: LetterForm | RecordForm, subject: FormSubject): readonly Block[] =>
  form.notes.length > 0 ? [notes(form.notes.map(note => inLanguage(note, subject.language)))] : [];

/** 告知书, 决定书, 通知书 on the page of GB/T 9704: title, number, addressee, text, unit and date with room for the seal. */
export function letterPaper(form: LetterForm, subject: FormSubject): Paper {
  const { language, document } = subject;
  const titleRuns = filled(form.title, subject);
  const number = form.number === undefined ? '' : headNumber(subject);
  return paper('letter', {
    id: document,
    title: plainText(titleRuns),
    lang: language,
    copies: form.copies.map(copy => inLanguage(copy, language)),
    parts: [
      part([
        titlePara(titleRuns),
        ...(form.number === undefined
          ? []
          : [para('number', number === '' ? filled({ zh: '{doc_no}', en: '{doc_no}' }, subject) : number)]),
        ...(form.addressee ? [para('addressee', [...filled(form.addressee, subject)])] : []),
        ...form.body.flatMap(block => blocksOf(block, subject)),
        ...(form.attachments ? [para('body', filled(form.attachments, subject))] : []),
        ...(form.closing
          ? [
              closing(
                filled(form.closing.unit, subject),
                filled(form.closing.date, subject),
                form.closing.seal ? SEAL_MM : null,
              ),
            ]
          : []),
        ...notesOf(form, subject),
      ]),
    ],
    foot: foot({ pages: 'dash', ...footOf(subject) }),
  });
}

/** 笔录, 报告: text with signatures, the head line of a form, and signatures on every page where they are wanted. */
export function recordPaper(form: RecordForm, subject: FormSubject): Paper {
  const { language, document } = subject;
  const titleRuns = filled(form.title, subject);
  const title = plainText(titleRuns);
  const blank = language === 'en' ? ' ____________' : '＿＿＿＿＿＿';
  return paper('record', {
    id: document,
    title,
    lang: language,
    copies: form.copies.map(copy => inLanguage(copy, language)),
    parts: [
      part(
        [
          titlePara(titleRuns),
          ...(form.above ? [line(filled(form.above.left, subject), filled(form.above.right, subject))] : []),
          ...form.body.flatMap(block => blocksOf(block, subject)),
          ...notesOf(form, subject),
        ],
        { running: [continuedTitle(title, language), numberLine(subject)] },
      ),
    ],
    foot: foot({
      ...footOf(subject),
      signLines: form.every_page.map(({ label }) => `${inLanguage(label, language)}${blank}`),
    }),
  });
}
