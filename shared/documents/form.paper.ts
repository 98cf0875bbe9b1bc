import type { CaseState } from '#shared/case/case.state.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { DocumentId } from '#shared/core/ids.ts';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import { valueOnPaper } from '#shared/procedure/field.kinds.ts';
import type { Form, FormRow } from '#shared/procedure/form.schema.ts';
import { getField } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { parseTemplate } from '#shared/procedure/template.ts';
import { formCell, type FormContents } from './form.cells.ts';
import { blank, foot, line, notes, paper, part, row, table, text, titlePara, value } from './paper.build.ts';
import type { Paper, Row, Run } from './paper.model.ts';

export interface FormSubject {
  readonly procedure: Procedure;
  readonly form: Form;
  /** Without a case the form is printed empty, to be filled by hand. */
  readonly state?: CaseState;
  readonly office: Pick<OfficeState, 'name' | 'code'>;
  readonly document: DocumentId;
  readonly language: Language;
}

const WORDS = {
  'zh-CN': { number: '编号 ', document: '文件 ', continued: '（续）' },
  en: { number: 'No. ', document: 'Doc. ', continued: ' (cont.)' },
} as const;

/** 凤凰社区居委会 without 社区居委会 is 凤凰: the first ending that fits, else the whole name. */
export function settingValue(procedure: Procedure, key: string, officeName: string): string {
  const setting = procedure.settings.find(candidate => candidate.key === key);
  const ending = setting?.office_name_without.find(
    candidate => officeName.endsWith(candidate) && officeName.length > candidate.length,
  );
  return ending === undefined ? officeName : officeName.slice(0, -ending.length);
}

/** How wide a rule to leave where nothing is known yet. */
const BLANK_EM = 6;

function fill(name: string, subject: FormSubject): Run {
  const { procedure, state, office, language } = subject;
  if (name === 'office') return value('office', office.name);
  if (name.startsWith('setting:')) {
    const key = name.slice('setting:'.length);
    return value(key, settingValue(procedure, key, office.name));
  }
  const content =
    name === 'number'
      ? (state?.number ?? '')
      : valueOnPaper(getField(procedure, name), state?.values[name], language);
  return content === '' ? blank(BLANK_EM) : value(name, content);
}

const template = (words: Text, subject: FormSubject): readonly Run[] =>
  parseTemplate(inLanguage(words, subject.language)).map(piece =>
    'text' in piece ? text(piece.text) : fill(piece.blank, subject),
  );

const plain = (runs: readonly Run[]): string =>
  runs.map(run => ('text' in run ? run.text : '＿'.repeat(run.em))).join('');

/** The label that stands before a long cell names it in the annex; typographic spaces are for the cell only. */
const labelBefore = (formRow: FormRow, index: number, language: Language): string => {
  const label = formRow.cells.slice(0, index).findLast(cell => cell.label)?.label;
  return label === undefined ? '' : inLanguage(label, language).replaceAll('　', '');
};

function formRow(layout: FormRow, contents: FormContents): Row {
  return row(
    layout.cells.map((cell, index) =>
      formCell(cell, labelBefore(layout, index, contents.language), contents),
    ),
    {
      ...(layout.min === undefined ? {} : { min: layout.min }),
      ...(layout.group === undefined ? {} : { group: layout.group }),
      ...(layout.sign ? { sign: true } : {}),
      split: layout.cells.some(cell => cell.long),
    },
  );
}

/** The printable model of a table form: the layout of the pack, filled from the case. Pure. */
export function formPaper(subject: FormSubject): Paper {
  const { form, procedure, state, office, document, language } = subject;
  const words = WORDS[language];
  const contents: FormContents = { procedure, values: state?.values ?? {}, language };
  const titleRuns = template(form.title, subject);
  const title = plain(titleRuns);
  const number = state?.number ?? '';
  return paper('form', {
    id: document,
    title,
    lang: language,
    copies: form.copies.map(copy => inLanguage(copy, language)),
    parts: [
      part(
        [
          titlePara(titleRuns),
          ...(form.above
            ? [line(template(form.above.left, subject), template(form.above.right, subject))]
            : []),
          table(
            form.columns,
            form.rows.map(layout => formRow(layout, contents)),
          ),
          ...(form.notes.length > 0 ? [notes(form.notes.map(note => inLanguage(note, language)))] : []),
        ],
        { running: [`${title}${words.continued}`, number === '' ? '' : `${words.number}${number}`] },
      ),
    ],
    foot: foot({
      label: [
        ...(number === '' ? [] : [`${words.number}${number}`]),
        `${words.document}${document.slice(-8)}·{hash}`,
      ],
      qr: { office: office.code, document, hash: '' },
    }),
  });
}
