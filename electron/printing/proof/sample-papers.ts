import { plainDate } from '#shared/core/plain-date.ts';
import { filePaperOf } from '#shared/documents/file.paper.ts';
import {
  blankDate,
  closing,
  foot,
  grounds,
  headCell,
  labelCell,
  line,
  notes,
  para,
  parasCell,
  paper,
  part,
  row,
  signatures,
  signSpace,
  table,
  text,
  titlePara,
  value,
  valueCell,
} from '#shared/documents/paper.build.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import { ladderPack } from '#shared/fixtures/ladder-pack.ts';
import { MadeDesk } from '#shared/fixtures/made-desk.ts';
import { longText } from './sample-texts.ts';

const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

const codes = (id: string, label: string) => ({
  label: [label, `文件 ${id.slice(-7)}·{hash}`],
  qr: { office: 'NF-0271', document: id, hash: '' },
});

/** 登记台账, landscape. */
export function registerBook(count: number, id = '01JC0000000000000000000002'): Paper {
  const widths = [10, 37, 22, 16, 25, 62, 14, 16, 22, 18, 15];
  const facts = [
    '电梯多次停运、困人，要求限期修复。',
    '楼道堆放杂物影响消防通道，反映多次未清理。',
    '购买冰箱不制冷，商家拒绝退货，要求退还货款3299元并说明三包规定的执行情况；另反映上门检修人员态度生硬。',
    '夜间施工噪声扰民。',
    '停车收费未公示。',
  ];
  const cell = (key: string, content: string) => valueCell(content ? value(key, content) : '');
  const rows = Array.from({ length: count }, (_, i) =>
    row(
      [
        valueCell(String(i + 1), { align: 'center' }),
        cell(`number_${i}`, `凤社诉〔2026〕${i + 1}号`),
        cell(`received_${i}`, `2026-0${1 + (i % 9)}-${10 + (i % 18)}`),
        cell(`name_${i}`, pick(['王玥', '张喆堃', '李祎𬭎', '欧阳烜', '匿名'], i)),
        cell(`phone_${i}`, i % 5 === 4 ? '' : `138****${1000 + i}`),
        cell(`facts_${i}`, pick(facts, i)),
        cell(`category_${i}`, pick(['物业', '消防', '消费', '环境', '停车'], i)),
        cell(`handler_${i}`, '李祎'),
        cell(`due_${i}`, i % 6 ? '2026-10-09' : ''),
        cell(`result_${i}`, i % 3 ? '已办结' : '办理中'),
        valueCell(''),
      ],
      { min: 9 },
    ),
  );
  const end = row([parasCell([para('rest', '以下空白')], { cols: widths.length })], { min: 9, sign: true });
  const head = row(
    [
      '序号',
      '编号',
      '登记日期',
      '姓名',
      '联系电话',
      '反映内容',
      '类别',
      '承办人',
      '办理期限',
      '处理结果',
      '备注',
    ].map(label => headCell(label)),
    { min: 11 },
  );
  const title = '凤凰社区群众投诉及反馈意见登记台账';
  return paper('register', {
    id,
    title,
    parts: [
      part(
        [
          titlePara(title),
          line('登记单位：凤凰社区居民委员会', '2026年度\u3000第1册'),
          table(widths, [...rows, end], { head: [head], dense: true }),
        ],
        { running: [`${title}（续）`, '2026年度'] },
      ),
    ],
    foot: foot(codes(id, '2026年度\u3000登记台账')),
  });
}

const GROUNDS = [
  '投诉事项不属于市场监督管理部门职责，或者本行政机关不具有处理权限的；',
  '法院、仲裁机构、市场监督管理部门或者其他行政机关、消费者协会已经受理或者处理过同一消费者权益争议的；',
  '不是为生活消费需要购买、使用商品或者接受服务，或者不能证明与被投诉人之间存在消费者权益争议的；',
  '除法律另有规定外，投诉人知道或者应当知道自己的权益受到被投诉人侵害之日起超过三年的；',
  '未提供本办法第十条第一款、第十一条规定的材料，或者提供虚假材料的；',
  '冒用他人名义或者拒不配合市场监督管理部门核验真实身份信息的；',
  '法律、法规、规章规定不予受理的其他情形。',
].map((item, index) => ({ no: `（${'一二三四五六七'.charAt(index)}）`, text: item }));

/** A letter of refusal; `extra` paragraphs move its closing down the page. */
export function letter(extra = 0, id = '01JC0000000000000000000003'): Paper {
  return paper('letter', {
    id,
    title: '投诉不予受理决定书',
    parts: [
      part([
        titlePara('投诉不予受理决定书'),
        para('number', '梧市监不受〔2026〕第32号'),
        para('addressee', [value('addressee', '凤凰山市祎堃商贸有限责任公司'), text('：')]),
        para('body', [
          text('我局于'),
          value('received_at', '2026年9月18日'),
          text('收到你关于'),
          value('subject', '购买用于转售的批发家电要求赔偿'),
          text(
            '的投诉。经审查，属以下第〔三〕项情形，依据《市场监督管理投诉举报处理办法》第十六条的规定，我局决定不予受理。',
          ),
        ]),
        grounds(GROUNDS, 2),
        ...Array.from({ length: extra }, () =>
          para(
            'body',
            '经调取交易记录并向双方核实，上述情形有购销合同、出库单、聊天记录等材料在卷佐证，事实清楚。',
          ),
        ),
        para(
          'body',
          '你还可以按照《中华人民共和国消费者权益保护法》第三十九条规定的其他途径解决消费者权益争议。',
        ),
        para('body', '特此告知。'),
        closing('梧桐区市场监督管理局', blankDate(), 45),
      ]),
    ],
    foot: foot({ ...codes(id, '梧市监〔2026〕第32号'), pages: 'dash' }),
  });
}

/** A letter with headings, signatures, closing and notes. */
export function agreement(id = '01JC0000000000000000000004'): Paper {
  const signers = ['投诉人（签名）：', '被投诉人（签名）：', '委托代理人（签名）：', '调解人员（签名）：'];
  return paper('letter', {
    id,
    title: '投诉调解书',
    parts: [
      part([
        titlePara('投诉调解书'),
        para('number', '梧市监调〔2026〕第9号'),
        para('body', [
          text('投诉人', 'hei'),
          text('：'),
          value('complainant', '张喆堃，联系电话：13900005678'),
        ]),
        para('body', [
          text('被投诉人', 'hei'),
          text('：'),
          value('respondent', '凤凰山市玥烜家电销售有限公司'),
        ]),
        para('heading1', '一、投诉内容及投诉请求'),
        para('body', value('facts', longText(420).replaceAll('\n', ''))),
        para('heading1', '二、协议内容'),
        para('heading2', '（一）退货'),
        para('body', value('term', longText(160))),
        signatures(
          2,
          signers.map(label => signSpace(label, null)),
        ),
        closing('梧桐区市场监督管理局', blankDate(), 45),
        notes([
          '调解协议当场履行完毕或者双方当事人同意的，可以不制作调解书，但应当制作调解记录备查。',
          '委托代理人参加调解的，应当提交授权委托书和身份证明。',
        ]),
      ]),
    ],
    foot: foot({ ...codes(id, '梧市监调〔2026〕第9号'), pages: 'dash' }),
  });
}

/** 案卷封面, 卷内文件目录 and 卷内备考表 of a file of so many pieces. */
export function fileContents(count: number): Paper {
  const names = [
    '投诉登记表',
    '身份证明材料',
    '投诉受理决定书',
    '关于凤凰山市玥烜家电销售有限公司销售冰箱质量问题投诉处理情况的报告',
  ];
  const procedure = ladderPack();
  const state = new MadeDesk(procedure).register('2026-10-08T09:30').state();
  const items = Array.from({ length: count }, (_, i) => ({
    name: { zh: pick(names, i), en: '' },
    ours: i % 4 !== 1,
    ...(i % 3 ? {} : { number: `梧市监〔2026〕第${31 + i}号` }),
    date: plainDate('2026-09-18'),
    page: 1 + i * 2,
  }));
  const contents = { items, missing: [{ zh: '照片', en: '' }] };
  return filePaperOf({ procedure, state, office: { name: '梧桐区市场监督管理局' }, facts: {} }, contents);
}

/** 调解笔录, signed on every page. */
export function mediationRecord(questions = 34, id = '01JC0000000000000000000006'): Paper {
  const said = [
    '调解人：现在核对双方当事人身份。请投诉人说明基本情况。',
    '投诉人：我叫张喆堃，住凤凰山市梧桐区喆堃路18号2单元502室，电话13900005678。',
    '被投诉人：我是凤凰山市玥烜家电销售有限公司的委托代理人陈祎𬭎，有授权委托书。',
    '投诉人：不申请。',
    `被投诉人：${longText(200).replaceAll('\n', '')}`,
  ];
  const label = (name: string) => labelCell(name);
  return paper('record', {
    id,
    title: '消费者权益争议调解笔录',
    parts: [
      part(
        [
          titlePara('消费者权益争议调解笔录'),
          table(
            [28, 50, 28, 50],
            [
              row([
                label('调解时间'),
                valueCell(value('time', '2026年9月28日9时30分至11时20分'), { cols: 3 }),
              ]),
              row([
                label('调解人'),
                valueCell(value('mediator', '李祎')),
                label('记录人'),
                valueCell(value('recorder', '王烜')),
              ]),
            ],
          ),
          ...Array.from({ length: questions }, (_, i) => para('question', value(`said_${i}`, pick(said, i)))),
          para('question', '投诉人、被投诉人：以上笔录已阅（已向我宣读），与我所述一致。'),
          para('rest', '以下空白'),
        ],
        { running: ['消费者权益争议调解笔录\u3000编号 梧市监诉〔2026〕208', ''] },
      ),
    ],
    foot: foot({
      label: [`文件 ${id.slice(-7)}·{hash}`],
      qr: { office: 'NF-0271', document: id, hash: '' },
      signLines: [
        '投诉人（签名）：＿＿＿＿＿＿＿\u3000被投诉人（签名）：＿＿＿＿＿＿＿',
        '调解人（签名）：＿＿＿＿＿＿＿\u3000\u3000记录人（签名）：＿＿＿＿＿＿＿',
      ],
    }),
  });
}
