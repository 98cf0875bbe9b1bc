import { shippedPacks } from './pack.files.ts';
import { inColumns } from './wide.text.ts';

/** `list`: a line a pack. */
export function list(say: (line: string) => void): number {
  const { procedures, guidance } = shippedPacks();
  const rows = [
    ...procedures.map(({ id, version, code, name, sector, forms, steps, limits }) => [
      ...[code, id, `v${version}`, name.zh, sector.zh],
      `${forms.length} 张表单  ${steps.length} 个步骤  ${limits.length} 个时限`,
    ]),
    ...guidance.map(({ id, version, code, name, sector, cards }) => [
      ...[code, id, `v${version}`, name.zh, sector.zh],
      `${cards.length} 张提示卡`,
    ]),
  ];
  inColumns(rows).forEach(say);
  return 0;
}
