import {
  foot,
  labelCell,
  line,
  longCell,
  notes,
  paper,
  part,
  row,
  signCell,
  signSpace,
  table,
  text,
  ticks,
  titlePara,
  value,
  valueCell,
} from '#shared/documents/paper.build.ts';
import type { Paper, Row } from '#shared/documents/paper.model.ts';
import type { FormData } from './sample-form.ts';

const NOTES = [
  '适用于市场监督管理部门登记消费者通过电话、信函、上门等方式提起的投诉。',
  '通过非现场方式提起投诉的，无须在投诉人一栏签字。',
  '消费者权益争议事实依据包括时间、地点、内容、涉及金额、争议情况及相关证明等。',
  '投诉请求包括修理、重作、更换、退货、补足商品数量、退还货款和服务费用、赔偿损失等具体请求。',
];

const short = (data: FormData, key: string, cols = 1) =>
  valueCell(data[key] ? value(key, data[key]) : '', { cols });

const long = (data: FormData, label: string, key: string, min: number): Row =>
  row([labelCell(label, { cols: 2 }), longCell(label, key, data[key] ?? '', { cols: 3 })], {
    min,
    split: true,
  });

/** 投诉登记表: labels beside groups of rows, and notes under the form. */
export function complaintForm(data: FormData, id = '01JC0000000000000000000007'): Paper {
  const yesNo = ticks([
    { label: '是', on: true },
    { label: '否', on: false },
  ]);
  const rows = [
    row(
      [
        labelCell('投诉人', { rows: 4 }),
        labelCell('姓名'),
        short(data, 'name'),
        labelCell('联系电话'),
        short(data, 'phone'),
      ],
      { group: 'complainant' },
    ),
    row([labelCell('证件类型'), short(data, 'id_type'), labelCell('证件号码'), short(data, 'id_number')], {
      group: 'complainant',
    }),
    row([labelCell('联系地址'), short(data, 'address', 3)], { group: 'complainant' }),
    row([labelCell('是否同意公示投诉信息', { cols: 2 }), valueCell(yesNo, { cols: 2 })], {
      group: 'complainant',
    }),
    row(
      [
        labelCell('被投诉人', { rows: 2 }),
        labelCell('名称（姓名）'),
        short(data, 'respondent'),
        labelCell('联系人'),
        short(data, 'contact'),
      ],
      { group: 'respondent' },
    ),
    row(
      [
        labelCell('地址'),
        short(data, 'respondent_address'),
        labelCell('联系电话'),
        short(data, 'contact_phone'),
      ],
      {
        group: 'respondent',
      },
    ),
    long(data, '消费者权益争议事实依据', 'facts', 46),
    long(data, '投诉请求', 'request', 22),
    row(
      [
        signCell([signSpace('投诉人（签字）：')], { cols: 3 }),
        signCell([signSpace('经办人（签字）：')], { cols: 2 }),
      ],
      { min: 22, sign: true },
    ),
  ];
  const number = '编号 梧市监诉〔2026〕208';
  return paper('form', {
    id,
    title: '投诉登记表',
    parts: [
      part(
        [
          titlePara('投诉登记表'),
          line(
            [text('登记单位：'), value('unit', '凤凰山市市场监督管理局梧桐所')],
            [text('编号：'), value('number', '梧市监诉〔2026〕208')],
          ),
          table([9, 31, 44, 29, 43], rows),
          notes(NOTES),
        ],
        { running: ['投诉登记表（续）', number] },
      ),
    ],
    foot: foot({
      label: [number, `文件 ${id.slice(-7)}·{hash}`],
      qr: { office: 'NF-0271', document: id, hash: '' },
    }),
  });
}
