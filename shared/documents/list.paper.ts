import type { CaseState } from '#shared/case/case.state.ts';
import { standingOf } from '#shared/case/standing.ts';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage } from '#shared/core/text.ts';
import { valueInWords, valueOnPaper } from '#shared/procedure/field.kinds.ts';
import type { ListColumn, ListForm } from '#shared/procedure/form.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import { continuedTitle, filled, footOf, plainText, type FormSubject } from './form.subject.ts';
import { signOf } from './form.blocks.paper.ts';
import {
  foot,
  headCell,
  line,
  notes,
  paper,
  part,
  row,
  signatures,
  table,
  titlePara,
  value,
  valueCell,
} from './paper.build.ts';
import type { Cell, Paper } from './paper.model.ts';

/** Rows left to write on where a list is printed empty; fitting leaves as many as its page has room for. */
const EMPTY_ROWS = 30;

/** In a table days are written in figures of one length (GB/T 7408): 2026-01-09, with the time under it. */
function entryInWords(key: string, state: CaseState, { procedure, language }: FormSubject): string {
  const field = getField(procedure, key);
  const dated = field.type === 'date' || field.type === 'datetime';
  return (dated ? valueInWords : valueOnPaper)(field, state.values[key], language);
}

function content(column: ListColumn, state: CaseState, index: number, subject: FormSubject): string {
  const { procedure, language } = subject;
  if (column.field !== undefined) return entryInWords(column.field, state, subject);
  switch (column.of) {
    case 'serial':
      return String(index + 1);
    case 'number':
      return state.number;
    case 'received':
      return dateOf(state.receivedAt);
    case 'state': {
      const { shown } = standingOf(procedure, state);
      return shown ? inLanguage(shown.name, language) : '';
    }
    case 'handler':
      return state.lastBy.name;
    case 'closed':
      return standingOf(procedure, state).status === 'open' ? '' : dateOf(state.lastAt);
    case 'severity': {
      // Put there by whoever sets the paper: it hangs on the rules and on other cases.
      const key = procedure.severity?.field;
      return key === undefined ? '' : valueOnPaper(getField(procedure, key), state.values[key], language);
    }
    // A deadline is computed from clocks, which a paper does not know; it is left to be written.
    case 'due':
    case undefined:
      return '';
  }
}

function cells(form: ListForm, state: CaseState, index: number, subject: FormSubject): readonly Cell[] {
  return form.columns.map((column, place) => {
    const words = content(column, state, index, subject);
    return valueCell(words === '' ? '' : value(`${state.id}.${place}`, words));
  });
}

/** 登记簿, 汇总表: one line a case, A4 across; empty rows where there is none. */
export function listPaper(form: ListForm, cases: readonly CaseState[], subject: FormSubject): Paper {
  const { language, document } = subject;
  const titleRuns = filled(form.title, subject);
  const title = plainText(titleRuns);
  const rows = cases.map((state, index) => row(cells(form, state, index, subject)));
  const empty = Array.from({ length: EMPTY_ROWS }, () => row(form.columns.map(() => valueCell(''))));
  return paper('register', {
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
            form.columns.map(({ width }) => width),
            rows.length > 0 ? rows : empty,
            {
              dense: true,
              head: [
                row(
                  form.columns.map(({ label }) => headCell(inLanguage(label, language), { align: 'center' })),
                ),
              ],
            },
          ),
          ...(form.signatures.length > 0
            ? [
                signatures(
                  2,
                  form.signatures.map(sign => signOf(sign, subject)),
                ),
              ]
            : []),
          ...(form.notes.length > 0 ? [notes(form.notes.map(note => inLanguage(note, language)))] : []),
        ],
        { running: [continuedTitle(title, language), ''] },
      ),
    ],
    foot: foot(footOf(subject)),
  });
}
