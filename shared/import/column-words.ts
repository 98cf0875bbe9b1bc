import type { OwnTarget } from './import.mapping.ts';

/** What a field is for in its procedure, whatever it is called there. */
export type FieldPart =
  'person' | 'phone' | 'matter' | 'category' | 'respondent' | 'satisfaction' | 'receiver' | 'address' | 'id';

/** Names that columns of old ledgers bear, without spaces and marks, in the order of how surely they are meant. */
export const COLUMN_WORDS: Readonly<Record<OwnTarget | FieldPart, readonly string[]>> = {
  '@number': [
    '登记编号',
    '受理编号',
    '案件编号',
    '档案号',
    '文号',
    '案号',
    '编号',
    'registerno',
    'caseno',
    'number',
  ],
  '@received': [
    ...['登记日期', '登记时间', '受理日期', '受理时间', '来访日期', '来访时间', '接待日期', '接待时间'],
    ...['投诉日期', '投诉时间', '收到日期', '收件日期', '日期', 'received', 'registered', 'date'],
  ],
  '@closed': [
    '办结日期',
    '办结时间',
    '办结',
    '结案日期',
    '结案时间',
    '完成日期',
    '完结日期',
    'closed',
    'completed',
  ],
  '@rest': ['备注', '说明', 'remarks', 'notes'],
  person: [
    ...['姓名', '投诉人', '反映人', '来访人', '信访人', '当事人', '举报人', '业主', '患者', '名字'],
    ...['name', 'complainant', 'person'],
  ],
  phone: [
    '联系电话',
    '联系方式',
    '电话',
    '手机号码',
    '手机号',
    '手机',
    'phone',
    'telephone',
    'mobile',
    'tel',
  ],
  matter: [
    ...['反映内容', '投诉内容', '反映问题', '主要内容', '事由', '事项', '内容', '诉求内容', '问题'],
    ...['facts', 'content', 'matter', 'description'],
  ],
  category: ['类别', '分类', '类型', '问题类别', '投诉类别', 'category', 'type'],
  respondent: ['被投诉人', '被反映单位', '被投诉单位', '被反映人', '被投诉对象', 'respondent'],
  satisfaction: ['满意度', '满意情况', '是否满意', '回访结果', 'satisfaction'],
  receiver: ['接待人', '登记人', '受理人', '经办人', '记录人', 'receivedby', 'registeredby'],
  address: ['住址', '地址', '家庭住址', '联系地址', '门牌号', '房号', 'address'],
  id: ['身份证号', '身份证号码', '身份证', '证件号码', 'idnumber', 'id'],
};
