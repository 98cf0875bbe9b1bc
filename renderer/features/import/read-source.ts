import { findHead, tableOf } from '#shared/import/find-head.ts';
import { guessColumns } from '#shared/import/guess-mapping.ts';
import { shapeOf, type ImportMapping } from '#shared/import/import.mapping.ts';
import { usualEntries } from '#shared/import/import.targets.ts';
import type { OfficeState } from '#shared/case/office.state.ts';
import type { Reading, Source } from './import.stage.ts';

/** How a file of this shape was read the last time it was imported. */
const rememberedFor = (office: Pick<OfficeState, 'imports'>, shape: string): ImportMapping | undefined =>
  office.imports?.findLast(each => each.shape === shape)?.mapping;

/** The columns below a head, as they were read before or as their names tell. */
export function readingOf(
  source: Source,
  office: Pick<OfficeState, 'imports'>,
  head = findHead(source.answer.rows, source.procedure),
): Reading {
  const table = tableOf(source.answer.rows, head);
  const remembered = rememberedFor(office, shapeOf(source.procedure.id, table.head));
  if (remembered) return { source, head, table, mapping: remembered, from: 'remembered' };
  const columns = [...guessColumns(table, source.procedure)];
  return {
    source,
    head,
    table,
    mapping: { columns, fixed: usualEntries(source.procedure), words: {} },
    from: 'guessed',
  };
}
