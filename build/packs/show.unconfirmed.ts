import type { Procedure } from '#shared/procedure/procedure.schema.ts';

type Lines = readonly string[];

function marked<T extends { readonly unverified?: boolean | undefined }>(
  items: readonly T[],
  name: (item: T) => string,
): Lines {
  return items.filter(({ unverified }) => unverified).map(name);
}

function marks(procedure: Procedure): Lines {
  const { settings, fields, steps, limits, forms, severity, escalation, duties, reports } = procedure;
  return [
    ...marked(settings, ({ label }) => `写法 ${label.zh}`),
    ...marked(fields, ({ label }) => `字段 ${label.zh}`),
    ...fields.flatMap(({ label, options = [] }) =>
      marked(options, option => `字段 ${label.zh} 的选项 ${option.label.zh}`),
    ),
    ...marked([procedure.numbering, ...procedure.documents], ({ id }) => `编号 ${id}`),
    ...marked(steps, ({ name }) => `步骤 ${name.zh}`),
    ...marked(
      Object.entries(procedure.grounds).map(([id, list]) => ({ ...list, id })),
      ({ id }) => `情形 ${id}`,
    ),
    ...marked(limits, ({ id, name }) => `时限 ${id} ${name.zh}`),
    ...marked(severity?.rules ?? [], ({ why }) => `等级 ${why.zh}`),
    ...marked(escalation?.levels ?? [], ({ to }) => `升级 ${to.zh}`),
    ...marked(duties, ({ id, name }) => `按期 ${id} ${name.zh}`),
    ...marked(reports, ({ id, name }) => `报表 ${id} ${name.zh}`),
    ...marked(forms, ({ id, name }) => `表单 ${id} ${name.zh}`),
    ...(procedure.archive?.unverified ? ['案卷和保存期'] : []),
  ];
}

/** Everything that was not held against the source, and the questions it leaves open. */
export function unconfirmed(procedure: Procedure): Lines {
  const list = marks(procedure);
  return [
    `未核对的 ${list.length} 处`,
    ...list.map(line => `  ${line}`),
    ...(procedure.open_questions.length > 0 ? ['要问清楚的'] : []),
    ...procedure.open_questions.map(({ zh }) => `  ${zh}`),
  ];
}
