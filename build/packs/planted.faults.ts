/** One fault: what is changed in which file, the line it then stands on, and what must be said of it. */
export interface PlantedFault {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** What the faulty line holds; the changed text itself where it is left out. */
  readonly on?: string;
  /** Lines that the faulty one stands above it. */
  readonly above?: number;
  readonly says: RegExp;
}

const main = 'procedure.yaml';

/** Twenty faults of twenty kinds, which may all stand in one pack. */
export const PLANTED: readonly PlantedFault[] = [
  {
    what: 'an unknown field in a form',
    file: 'forms/PLT-01.yaml',
    from: '{ field: channel }',
    to: '{ field: chanel }',
    says: /没有这个字段：chanel/,
  },
  {
    what: 'columns that do not add up',
    file: 'forms/PLT-01.yaml',
    from: '[28, 50, 28, 50]',
    to: '[28, 50, 28, 40]',
    says: /各列加起来是 146 毫米，应为 156 毫米/,
  },
  {
    what: 'an unknown blank in a letter',
    file: 'forms/PLT-02.yaml',
    from: '如有疑问请找{setting:centre}。',
    to: '如有疑问请找{setting:office}。',
    on: 'para:',
    says: /不知道用什么填 \{setting:office\}/,
  },
  {
    what: 'broken YAML',
    file: 'forms/PLT-03.yaml',
    from: '{ zh: 情况报告, en: Report }\nsheet',
    to: '{ zh: 情况报告, en: Report\nsheet',
    on: 'title: { zh: 情况报告',
    says: /不是合法的 YAML/,
  },
  {
    what: 'an unknown step in a limit',
    file: main,
    from: '[{ step: accept }]\n    ends: [{ step: answer }]',
    to: '[{ step: acept }]\n    ends: [{ step: answer }]',
    says: /没有这个步骤：acept/,
  },
  {
    what: 'a state that nothing leads to',
    file: main,
    from: '      - { id: accepted,',
    to: '      - { id: lonely, name: { zh: 无人到, en: Lonely } }\n      - { id: accepted,',
    on: 'id: lonely',
    says: /没有步骤能走到“无人到”/,
  },
  {
    what: 'a state that nothing leads on from',
    file: main,
    from: 'from: [accepted]',
    to: 'from: [registered]',
    on: '      - { id: accepted,',
    says: /走到“已受理”就走不出去了/,
  },
  {
    what: 'an unknown form owed',
    file: main,
    from: 'owes: [PLT-02]',
    to: 'owes: [PLT-09]',
    says: /没有这张表单：PLT-09/,
  },
  {
    what: 'a value that an enum does not have',
    file: main,
    from: 'unit: hours',
    to: 'unit: fortnights',
    says: /只能是 minutes、/,
  },
  {
    what: 'a limit defined twice',
    file: main,
    from: '  - id: PLT-L-promise',
    to: '  - id: PLT-L-accept',
    on: '    name: { zh: 答应的',
    above: 1,
    says: /“PLT-L-accept”写了两次/,
  },
  {
    what: 'an unknown list of grounds',
    file: main,
    from: 'grounds: refusal',
    to: 'grounds: refusals',
    says: /没有这张情形清单：refusals/,
  },
  {
    what: 'an unknown class',
    file: main,
    from: 'class: major',
    to: 'class: grave',
    says: /没有这个等级：grave/,
  },
  {
    what: 'an unknown level',
    file: main,
    from: '[{ level: manager }]',
    to: '[{ level: boss }]',
    says: /没有这一级：boss/,
  },
  {
    what: 'a number pattern without a number',
    file: main,
    from: '{n:4}号',
    to: '号',
    says: /编号式样里要有 \{n\}/,
  },
  {
    what: 'a text without Chinese',
    file: main,
    from: 'sector: { zh: 样本, en: Sample }',
    to: 'sector: { en: Sample }',
    says: /sector › zh：没有写/,
  },
  {
    what: 'an unknown key',
    file: main,
    from: 'likely: true',
    to: 'likly: true',
    says: /不认识的项 likly/,
  },
  {
    what: 'a day that is kept in no date',
    file: main,
    from: 'date_in: promised_on',
    to: 'date_in: reason_no',
    says: /reason_no 不是日期/,
  },
  {
    what: 'an unknown report of a duty',
    file: main,
    from: 'report: PLT-R',
    to: 'report: PLT-X',
    says: /没有这份报表：PLT-X/,
  },
  {
    what: 'an example that does not come out',
    file: 'examples/smooth.yaml',
    from: 'values: { channel: visit }',
    to: 'values: { channel: phone }',
    on: '  - at: 2026-09-18T10:00',
    says: /channel应为 "phone"，实际 "visit"/,
  },
  {
    what: 'an example with an unknown act',
    file: 'examples/spare.yaml',
    from: '    step: accept',
    to: '    dance: accept',
    says: /不认识的项 dance/,
  },
];
