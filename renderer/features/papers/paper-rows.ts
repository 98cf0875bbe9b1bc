import { identityFields } from '#shared/case/identity.rules.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import {
  papersToPrint,
  papersToSign,
  perhapsOutdated,
  type WhyToPrint,
} from '#shared/case/waiting-papers.ts';
import type { CaseId, DocumentId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Text } from '#shared/core/text.ts';
import { bearsIdentity } from '#shared/documents/identity.paper.ts';
import { isCaseForm, type CaseForm } from '#shared/procedure/form.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { ProjectionContext } from '#renderer/db/projection/projection.context.ts';
import { procedureOf } from '#renderer/db/projection/procedure-of.ts';
import type { CaseOfPapers } from '#renderer/db/queries/waiting-papers.ts';
import { isCorrectedSince, type OpenJob } from '#renderer/features/paper/index.ts';

/** One paper that waits. It names no person, whoever it is about. */
export interface PaperRow {
  readonly key: string;
  readonly case: CaseId;
  readonly number: string;
  readonly form: string;
  readonly name: Text;
  readonly since: Instant;
  /** How many people get one. */
  readonly usualCopies: number;
  /** Those of this form on this case. */
  readonly documents: readonly DocumentId[];
}

export interface RowToPrint extends PaperRow {
  readonly why: WhyToPrint;
  /** It shows who asked for secrecy, and is opened by itself. */
  readonly isCovered: boolean;
}

export interface PaperRows {
  readonly toPrint: readonly RowToPrint[];
  readonly toSign: readonly PaperRow[];
}

type Office = Pick<OfficeState, 'name' | 'code' | 'overrides' | 'chosen'>;

export const rowOf = (state: CaseState, form: CaseForm, since: Instant): PaperRow => ({
  key: `${state.id} ${form.id}`,
  ...{ case: state.id, number: state.number, form: form.id, name: form.name, since },
  usualCopies: Math.max(1, form.copies.length),
  documents: state.documents.filter(document => document.form === form.id).map(({ id }) => id),
});

interface Found {
  readonly form: string;
  readonly why: WhyToPrint;
  readonly since: Instant;
}

function corrected(procedure: Procedure, { state, events }: CaseOfPapers, office: Office): readonly Found[] {
  if (!events) return [];
  const since = events.findLast(({ type }) => type === 'fields-changed')?.at ?? state.lastAt;
  return perhapsOutdated(procedure, state)
    .filter(form => isCorrectedSince({ procedure, form, office, state }, events))
    .map(({ id }) => ({ form: id, why: 'corrected', since }));
}

function rowsOfCase(found: CaseOfPapers, context: ProjectionContext, office: Office): PaperRows {
  const { state } = found;
  const procedure = procedureOf(context, state, office);
  if (!procedure) return { toPrint: [], toSign: [] };
  const forms = new Map(procedure.forms.filter(isCaseForm).map(form => [form.id, form]));
  const hidden = identityFields(procedure, state.values);
  const isCovered = (form: CaseForm): boolean =>
    hidden.size > 0 && bearsIdentity({ procedure, form, office, state, language: 'zh-CN' }, hidden);
  const toPrint = [...papersToPrint(procedure, state), ...corrected(procedure, found, office)];
  return {
    toPrint: toPrint.flatMap(({ form: id, why, since }) => {
      const form = forms.get(id);
      return form ? [{ ...rowOf(state, form, since), why, isCovered: isCovered(form) }] : [];
    }),
    toSign: papersToSign(procedure, state).flatMap(({ form: id, since }) => {
      const form = forms.get(id);
      return form ? [rowOf(state, form, since)] : [];
    }),
  };
}

const byAge = (one: PaperRow, other: PaperRow): number => (one.since < other.since ? -1 : 1);

/** Everything that waits, what has waited longest first; of one moment, in the order of the numbers. */
export function paperRows(
  cases: readonly CaseOfPapers[],
  context: ProjectionContext,
  office: Office,
): PaperRows {
  const all = cases.map(found => rowsOfCase(found, context, office));
  return {
    toPrint: all.flatMap(({ toPrint }) => toPrint).sort((a, b) => (a.since === b.since ? 0 : byAge(a, b))),
    toSign: all.flatMap(({ toSign }) => toSign).sort((a, b) => (a.since === b.since ? 0 : byAge(a, b))),
  };
}

/** A paper of which nobody knows whether it is out is asked about, and not printed again before. */
export const notAskedAbout = (
  rows: readonly RowToPrint[],
  jobs: readonly Pick<OpenJob, 'document'>[],
): readonly RowToPrint[] => {
  const asked = new Set(jobs.map(({ document }) => document));
  return rows.filter(({ documents }) => documents.every(id => !asked.has(id)));
};
