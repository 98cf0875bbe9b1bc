import { dateOf } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Text } from '#shared/core/text.ts';
import type { Circumstances } from '#shared/procedure/condition.ts';
import { getForm } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { archiveLines } from './archive.rules.ts';
import type { CaseState, DocumentState, WaivedSignature } from './case.state.ts';
import { isLive } from './live-papers.ts';

/** One piece 件 of a case file, as the list of its contents shows it. */
export interface FileItem {
  readonly name: Text;
  /** 文号, or the number of the case where the paper bears that one. */
  readonly number?: string;
  /** Made by the office itself. */
  readonly ours: boolean;
  /** Of its first print. */
  readonly date?: PlainDate;
  /** Unknown of what did not come out of this program. */
  readonly pages?: number;
  /** It lies there without the signature that was waited for. */
  readonly unsigned?: WaivedSignature;
  /** 页号, where every piece before it has a known number of pages. */
  readonly page?: number;
  /** 外来文件: a paper of the office that another program made. */
  readonly outside?: true;
}

export interface FileContents {
  readonly items: readonly FileItem[];
  /** What a complete file holds and this one does not. */
  readonly missing: readonly Text[];
  /** Of all pieces together; undefined where that of one is not known. */
  readonly pages?: number;
}

const firstPrint = ({ prints }: DocumentState) => prints[0];

function piece(procedure: Procedure, state: CaseState, document: DocumentState): FileItem {
  const form = getForm(procedure, document.form);
  const number = form.number === 'register' ? state.number : state.numbers[document.form];
  const printed = firstPrint(document);
  return {
    name: form.name,
    ours: true,
    ...(number === undefined ? {} : { number }),
    ...(printed === undefined ? {} : { date: dateOf(printed.at) }),
    pages: document.pages,
    ...(document.waived && document.signedAt === undefined ? { unsigned: document.waived } : {}),
    ...(document.outside ? { outside: true as const } : {}),
  };
}

/** Pages are counted through the file, from 1; behind a piece of unknown length nobody knows. */
function withPages(items: readonly FileItem[]): Pick<FileContents, 'items' | 'pages'> {
  const numbered: FileItem[] = [];
  let before: number | undefined = 0;
  for (const item of items) {
    numbered.push(before === undefined ? item : { ...item, page: before + 1 });
    before = before === undefined || item.pages === undefined ? undefined : before + item.pages;
  }
  return { items: numbered, ...(before === undefined ? {} : { pages: before }) };
}

/**
 * What lies in the file of a case: first what the procedure wants there, in its order, then the other papers by date.
 * A paper that was printed and neither voided nor replaced is there; of a form that was set anew after printing, each print is.
 */
export function fileContents(
  procedure: Procedure,
  state: CaseState,
  facts: Circumstances = {},
): FileContents {
  const lines = archiveLines(procedure, state, facts);
  const left = new Set(
    state.documents.filter(document => isLive(state, document) && document.prints.length > 0),
  );
  const takeAll = (form: string): readonly FileItem[] =>
    [...left]
      .filter(document => document.form === form)
      .map(document => {
        left.delete(document);
        return piece(procedure, state, document);
      });
  const wanted = lines
    .filter(({ there }) => there)
    .flatMap(({ item }) => {
      const papers = item.printed === undefined ? [] : takeAll(item.printed);
      return papers.length > 0 ? papers : [{ name: item.name, ours: false }];
    });
  const others = [...left]
    .sort((a, b) => (firstPrint(a)?.at ?? a.madeAt).localeCompare(firstPrint(b)?.at ?? b.madeAt))
    .map(document => piece(procedure, state, document));
  return {
    ...withPages([...wanted, ...others]),
    missing: lines.filter(({ there }) => !there).map(({ item }) => item.name),
  };
}
