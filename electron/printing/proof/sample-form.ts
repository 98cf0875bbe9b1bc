import {
  blank,
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
  tick,
  ticks,
  titlePara,
  value,
  valueCell,
  valueOrBlank,
} from '#shared/documents/paper.build.ts';
import type { Paper, Row } from '#shared/documents/paper.model.ts';
import { longText, LONG_ADDRESS, RARE_COMPANY, RARE_NAME } from './sample-texts.ts';

/** What is entered in the register form of a community; what is left out is left blank. */
export type FormData = Readonly<Record<string, string>>;

const choice = (data: FormData, key: string, options: readonly string[], gap?: string) =>
  ticks(
    options.map(label => ({ label, on: (data[key] ?? '').split('、').includes(label) })),
    gap,
  );

const short = (data: FormData, key: string, cols = 1) =>
  valueCell(data[key] ? value(key, data[key]) : '', { cols });

const long = (data: FormData, label: string, key: string, min: number): Row =>
  row([labelCell(label), longCell(label, key, data[key] ?? '', { cols: 3 })], { min, split: true });

function formRows(data: FormData): readonly Row[] {
  return [
    row([
      labelCell('事项种类'),
      valueCell(choice(data, 'kind', ['投诉', '反馈意见'], '\u3000')),
      labelCell('登记时间'),
      short(data, 'registered_at'),
    ]),
    row([
      labelCell('投诉方式'),
      valueCell(choice(data, 'channel', ['来访', '来电', '来信', '意见箱', '转办', '入户']), { cols: 3 }),
    ]),
    row([
      labelCell('姓\u3000\u3000名'),
      short(data, 'name'),
      labelCell('性别／匿名'),
      valueCell([
        ...choice(data, 'gender', ['男', '女'], '\u3000'),
        text('\u3000\u3000'),
        tick(false, '匿名'),
      ]),
    ]),
    row([
      labelCell('联系电话'),
      short(data, 'phone'),
      labelCell('类\u3000\u3000别'),
      short(data, 'category'),
    ]),
    row([labelCell('住\u3000\u3000址'), short(data, 'address', 3)]),
    row([labelCell('被反映单位（个人）'), short(data, 'respondent', 3)]),
    long(data, '反映内容', 'facts', 46),
    long(data, '诉\u3000\u3000求', 'request', 15),
    row([labelCell('附件材料'), short(data, 'evidence', 3)]),
    long(data, '受理意见', 'handler_opinion', 15),
    long(data, '领导批示', 'leader_opinion', 15),
    row([labelCell('承办部门'), short(data, 'department'), labelCell('反馈时间'), short(data, 'replied_at')]),
    long(data, '处理结果', 'result', 21),
    row([
      labelCell('反馈方式'),
      valueCell(choice(data, 'reply_method', ['电话', '当面', '书面'])),
      labelCell('群众意见'),
      valueCell(choice(data, 'satisfaction', ['满意', '基本满意', '不满意'])),
    ]),
    row(
      [
        signCell([signSpace('投诉人（签字）：')], { cols: 2 }),
        signCell([signSpace('经办人（签字）：')], { cols: 2 }),
      ],
      { min: 21, sign: true },
    ),
  ];
}

export function registerForm(
  data: FormData,
  id = '01JC0000000000000000000001',
  withNotes: readonly string[] = [],
): Paper {
  const title = `${data['community'] ?? '＿＿'}社区群众投诉及反馈意见登记表`;
  const number = data['number'] ? `编号 ${data['number']}` : '编号 ＿＿＿＿＿＿';
  return paper('form', {
    id,
    title,
    annex: { signatures: [signSpace('投诉人（签字确认）：')] },
    parts: [
      part(
        [
          titlePara(title),
          line(
            [text('接待（受理）人：'), valueOrBlank('received_by', data['received_by'], 6)],
            [
              text('编号：'),
              ...(data['number']
                ? [value('number', data['number'])]
                : [blank(4), text('〔'), blank(4), text('〕'), blank(2), text('号')]),
            ],
          ),
          table([28, 45, 25, 58], formRows(data)),
          ...(withNotes.length > 0 ? [notes(withNotes)] : []),
        ],
        { running: [`${title}（续）`, number] },
      ),
    ],
    foot: foot({
      label: [number, `文件 ${id.slice(-7)}·{hash}`],
      qr: { office: 'NF-0271', document: id, hash: '' },
    }),
  });
}

export const NORMAL: FormData = {
  community: '凤凰',
  kind: '投诉',
  channel: '来访',
  registered_at: '2026年9月18日9时10分',
  name: '王玥',
  gender: '女',
  phone: '138 0000 1234',
  address: '凤凰社区3号楼2单元1103室',
  respondent: '凤凰山市梧桐物业服务有限公司',
  category: '物业服务·电梯',
  facts: longText(158),
  request: '要求物业服务企业在七日内修复电梯，书面告知维修时限，并向本单元住户致歉。',
  evidence: '通话记录1份、截图3张、维修回执复印件1份（共5页）',
  handler_opinion: '拟受理，转物业管理组于3个工作日内核实。',
  department: '物业管理组',
  number: '凤社诉〔2026〕17号',
  received_by: '李祎',
};

export const EXTREME: FormData = {
  ...NORMAL,
  community: RARE_NAME,
  name: RARE_COMPANY,
  address: LONG_ADDRESS,
  respondent: RARE_COMPANY,
  facts: longText(2500),
  request: longText(420),
  evidence:
    '被困当日通话记录1份、业主群截图23张、维修回执复印件2份、物业服务合同1份、缴费凭证12张、监控录像光盘1张（共46页）',
  handler_opinion: longText(300),
  leader_opinion:
    '同意受理。请物业管理组会同梧桐区市场监督管理所特种设备科核实，限三个工作日报结果，注意保护反映人信息。',
  result: longText(600),
  department: '物业管理组、梧桐区市场监督管理所',
  replied_at: '2026年9月25日16时30分',
  reply_method: '书面',
  satisfaction: '基本满意',
  channel: '来访、来信',
};

export const BLANK: FormData = { community: '凤凰' };
