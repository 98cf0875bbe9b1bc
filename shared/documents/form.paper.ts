import { identityFields } from '#shared/case/identity.rules.ts';
import { assertNever } from '#shared/core/assert.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { CaseForm, FormRow, TableForm } from '#shared/procedure/form.schema.ts';
import { blocksOf } from './form.blocks.paper.ts';
import { formCell, named, type FormContents } from './form.cells.ts';
import { continuedTitle, filled, footOf, numberLine, plainText, type FormSubject } from './form.subject.ts';
import { withoutIdentity } from './identity.values.ts';
import { letterPaper, recordPaper } from './letter.paper.ts';
import { foot, line, notes, paper, part, row, table, titlePara, valueCell } from './paper.build.ts';
import type { Paper, Row } from './paper.model.ts';

/** The label that stands before a long cell names it in the annex; typographic spaces are for the cell only. */
const labelBefore = (formRow: FormRow, index: number, language: Language): string => {
  const label = formRow.cells.slice(0, index).findLast(cell => cell.label)?.label;
  return label === undefined ? '' : inLanguage(label, language).replaceAll('　', '');
};

function formRow(layout: FormRow, contents: FormContents, subject: FormSubject): Row {
  return row(
    layout.cells.map((cell, index) =>
      cell.text
        ? valueCell(named(filled(cell.text, subject), contents), { cols: cell.cols, rows: cell.rows })
        : formCell(cell, labelBefore(layout, index, contents.language), contents),
    ),
    {
      ...(layout.min === undefined ? {} : { min: layout.min }),
      ...(layout.group === undefined ? {} : { group: layout.group }),
      ...(layout.sign ? { sign: true } : {}),
      split: layout.cells.some(cell => cell.long),
    },
  );
}

function tablePaper(form: TableForm, subject: FormSubject): Paper {
  const { procedure, state, document, language } = subject;
  const contents: FormContents = { procedure, values: state?.values ?? {}, language };
  const titleRuns = filled(form.title, subject);
  const title = plainText(titleRuns);
  return paper('form', {
    id: document,
    title,
    lang: language,
    copies: form.copies.map(copy => inLanguage(copy, language)),
    parts: [
      part(
        [
          titlePara(titleRuns),
          ...(form.above ? [line(filled(form.above.left, subject), filled(form.above.right, subject))] : []),
          table(
            form.columns,
            form.rows.map(layout => formRow(layout, contents, subject)),
          ),
          ...form.below.flatMap(block => blocksOf(block, subject)),
          ...(form.notes.length > 0 ? [notes(form.notes.map(note => inLanguage(note, language)))] : []),
        ],
        { running: [continuedTitle(title, language), numberLine(subject)] },
      ),
    ],
    foot: foot(footOf(subject)),
  });
}

function forStrangers<Subject extends FormSubject>(subject: Subject): Subject {
  const { procedure, state } = subject;
  if (!state) return subject;
  return { ...subject, state: withoutIdentity(procedure, state, identityFields(procedure, state.values)) };
}

/** The printable model of any form of a case: the layout of the pack, filled from the case. Pure. */
export function formPaper(asked: FormSubject & { readonly form: CaseForm }): Paper {
  const { form } = asked;
  const subject = form.hides_identity ? forStrangers(asked) : asked;
  switch (form.sheet) {
    case 'form':
      return tablePaper(form, subject);
    case 'letter':
      return letterPaper(form, subject);
    case 'record':
      return recordPaper(form, subject);
    default:
      return assertNever(form);
  }
}
