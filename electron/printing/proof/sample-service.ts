import {
  foot,
  labelCell,
  notes,
  para,
  paper,
  parasCell,
  part,
  row,
  signCell,
  signSpace,
  table,
  ticks,
  titlePara,
  value,
  valueCell,
} from '#shared/documents/paper.build.ts';
import type { Paper } from '#shared/documents/paper.model.ts';

const WAYS = ['直接送达', '留置送达', '邮寄送达', '委托送达', '电子送达', '公告送达'];

/** 送达回证, with the items that specimens of it have, and rows as high as signatures need. */
export function serviceReceipt(id = '01JC0000000000000000000008'): Paper {
  const across = { cols: 3 };
  const signed = (label: string, words: string) =>
    row([labelCell(label), signCell([signSpace(words)], across)], { min: 22, sign: true });
  return paper('form', {
    id,
    title: '送达回证',
    copies: ['存档'],
    parts: [
      part(
        [
          titlePara('送达回证'),
          table(
            [30, 48, 30, 48],
            [
              row(
                [
                  labelCell('送达文书名称、文号'),
                  parasCell(
                    [
                      para('body', value('paper_1', '投诉受理决定书　梧市监受〔2026〕第32号')),
                      para('body', value('paper_2', '举证通知书　梧市监举〔2026〕第9号')),
                    ],
                    across,
                  ),
                ],
                { min: 22 },
              ),
              row(
                [
                  labelCell('受送达人'),
                  valueCell(value('addressee', '凤凰山市玥烜家电销售有限公司'), across),
                ],
                { min: 11 },
              ),
              row(
                [
                  labelCell('送达地点'),
                  valueCell(value('place', '样本市试填区范例路1号3号楼2单元1103室'), across),
                ],
                { min: 11 },
              ),
              row(
                [
                  labelCell('送达时间'),
                  valueCell(value('time', '2026年9月28日9时30分')),
                  labelCell('送达人'),
                  valueCell(value('server', '李祎、王烜')),
                ],
                { min: 11 },
              ),
              row(
                [
                  labelCell('送达方式'),
                  valueCell(ticks(WAYS.map((label, at) => ({ label, on: at === 0 }))), across),
                ],
                { min: 11 },
              ),
              signed('收件人签名或者盖章', '收件人（签名）：'),
              signed('见证人签名', '见证人（签名）：'),
              signed('送达人签名', '送达人（签名）：'),
              row([labelCell('备注'), valueCell('', across)], { min: 22 }),
            ],
          ),
          notes([
            '受送达人拒绝接收的，由送达人记明拒收事由和日期，由送达人、见证人签名。',
            '由他人代收的，写明代收人与受送达人的关系。',
          ]),
        ],
        { running: ['送达回证（续）', '编号 梧市监送〔2026〕第7号'] },
      ),
    ],
    foot: foot({
      label: ['编号 梧市监送〔2026〕第7号', `文件 ${id.slice(-7)}·{hash}`],
      qr: { office: 'NF-0271', document: id, hash: '' },
    }),
  });
}
