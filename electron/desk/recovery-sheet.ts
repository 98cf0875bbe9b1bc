import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { dateOf, type Instant } from '#shared/core/instant.ts';
import {
  foot,
  headCell,
  notes,
  para,
  paper,
  part,
  row,
  table,
  titlePara,
  value,
  valueCell,
} from '#shared/documents/paper.build.ts';
import type { Paper } from '#shared/documents/paper.model.ts';

const PER_ROW = 4;

/** The sheet that goes into the safe: the groups of the recovery key, numbered, and what it is for. */
export function recoverySheet(office: string, groups: readonly string[], at: Instant): Paper {
  const rows = Array.from({ length: Math.ceil(groups.length / PER_ROW) }, (_, index) => index * PER_ROW);
  return paper('form', {
    id: 'recovery-key',
    title: '凤凰台账恢复密钥',
    parts: [
      part([
        titlePara('凤凰台账恢复密钥'),
        para('center', [value('office', office)]),
        table(
          Array.from({ length: PER_ROW }, () => 1),
          rows.flatMap(first => {
            const line = groups.slice(first, first + PER_ROW);
            return [
              row(line.map((_, index) => headCell(`第 ${first + index + 1} 组`, { align: 'center' }))),
              row(
                line.map((group, index) =>
                  valueCell(value(`group-${first + index + 1}`, group), { align: 'center' }),
                ),
                { min: 14 },
              ),
            ];
          }),
        ),
        notes([
          '所有人都忘了口令时，只有它能打开本单位的台账。没有数字 0 和 1，没有字母 O 和 I。',
          '请放进保险柜或档案柜，不要拍照，不要放在电脑旁边。丢了口令又丢了它，台账就打不开了。',
          `${writtenDate(dateOf(at), 'zh-CN')}生成。换了恢复密钥，这一张就作废。`,
        ]),
      ]),
    ],
    foot: foot({ pages: 'none' }),
  });
}
