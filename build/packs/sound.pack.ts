/** A small pack without a fault, which has something of everything: faults are planted in it. */
const PROCEDURE = `id: planted
version: 1
code: PLT
name: { zh: 试种, en: Planted }
sector: { zh: 样本, en: Sample }
source: { zh: 为检查而写, en: Written for the check }
valid_from: 2000-01-01
valid_to: null

settings:
  - { key: centre, label: { zh: 中心, en: Centre }, value: { zh: 样本中心, en: Sample centre } }

fields:
  - { key: complainant, type: person, label: { zh: 投诉人, en: Complainant }, required: true }
  - { key: facts, type: longtext, label: { zh: 事实, en: Facts }, required: true }
  - key: channel
    type: enum
    label: { zh: 方式, en: Channel }
    options:
      - { value: visit, label: { zh: 来访, en: Visit } }
      - { value: phone, label: { zh: 电话, en: Telephone } }
  - { key: officer, type: person, label: { zh: 经办, en: Officer } }
  - key: wishes
    type: multi
    label: { zh: 诉求, en: Wishes }
    options:
      - { value: repair, label: { zh: 修理, en: Repair } }
      - { value: refund, label: { zh: 退款, en: Refund } }
  - { key: hot, type: bool, label: { zh: 热点, en: Hot } }
  - { key: promised_on, type: date, label: { zh: 答应的日子, en: Day promised } }
  - { key: reason_no, type: text, label: { zh: 情形, en: Ground } }
  - { key: answer, type: longtext, label: { zh: 答复, en: Answer } }
  - { key: free_will, type: bool, label: { zh: 自愿, en: Of free will } }
  - { key: heads, type: number, label: { zh: 人数, en: Heads } }
  - key: people
    type: table
    label: { zh: 名单, en: People }
    columns:
      - { key: name, label: { zh: 姓名, en: Name } }
    rows:
      - min: 2
        max: 5
        then: block
        told: { zh: 名单要有二到五人, en: Two to five people }

checks:
  - id: heads
    field: heads
    is: equal
    to: { rows: people }
    when: { field: hot, filled: true }
    then: warn
    told: { zh: 人数和名单对不上, en: Heads and people differ }

registration:
  form: PLT-01
  fields: [complainant, channel, facts]
  matter: facts
  person: complainant

numbering: { id: register, pattern: '{prefix}〔{year}〕{n:4}号' }

tracks:
  - id: main
    name: { zh: 办理, en: Handling }
    initial: registered
    states:
      - { id: registered, name: { zh: 已登记, en: Registered } }
      - { id: accepted, name: { zh: 已受理, en: Accepted } }
      - { id: answered, name: { zh: 已答复, en: Answered }, kind: done }
      - { id: refused, name: { zh: 不予受理, en: Refused }, kind: ended }
      - { id: withdrawn, name: { zh: 已撤回, en: Withdrawn }, kind: ended }
      - { id: filed, name: { zh: 已归档, en: Filed }, kind: done }

grounds:
  refusal:
    field: reason_no
    items:
      - { no: '1', text: { zh: 已经处理过, en: Dealt with before } }
      - { no: '2', text: { zh: 不归本单位管, en: Another office has it } }

steps:
  - id: accept
    name: { zh: 受理, en: Accept }
    track: main
    from: [registered]
    to: accepted
    role: handler
    likely: true
  - id: refuse
    name: { zh: 不予受理, en: Refuse }
    track: main
    from: [registered]
    to: refused
    role: handler
    grounds: refusal
    owes: [PLT-02]
  - id: answer
    name: { zh: 答复, en: Answer }
    track: main
    from: [accepted]
    to: answered
    role: handler
    fields: [{ field: answer, required: true }]
  - id: withdraw
    name: { zh: 撤回, en: Withdraw }
    track: main
    from: [registered]
    to: withdrawn
    role: handler
    withdrawal: true
    fields: [{ field: free_will, required: true }]
    requires:
      condition: { field: free_will, is: true }
      why: { zh: 不是自愿的, en: Not of free will }
  - id: file
    name: { zh: 归档, en: File }
    track: main
    from: [answered, refused, withdrawn]
    to: filed
    role: records-officer
    files_away: true

limits:
  - id: PLT-L-accept
    name: { zh: 受理, en: Accept }
    starts: [{ registered: true }]
    ends: [{ step: accept }, { step: refuse }]
    amount: 7
    unit: working-days
    rule: { zh: 七个工作日内决定, en: Decided within seven working days }
  - id: PLT-L-answer
    name: { zh: 答复, en: Answer }
    starts: [{ step: accept }]
    ends: [{ step: answer }]
    amount: 15
    unit: working-days
    rule: { zh: 十五个工作日内答复, en: Answered within fifteen working days }
  - id: PLT-L-promise
    name: { zh: 答应的, en: Promised }
    starts: [{ registered: true }]
    ends: [{ step: answer }]
    stops: [{ date_in: promised_on }]
    due_in: promised_on
    rule: { zh: 按答应的日子, en: On the day promised }
  - id: PLT-L-up
    name: { zh: 上报, en: Report upwards }
    starts: [{ level: manager }]
    ends: [{ step: answer }]
    amount: 4
    unit: hours
    rule: { zh: 四小时内上报, en: Reported within four hours }

severity:
  name: { zh: 等级, en: Class }
  classes:
    - { id: plain, name: { zh: 一般, en: Plain } }
    - { id: major, name: { zh: 重大, en: Major } }
  rules:
    - { id: hot, class: major, why: { zh: 热点, en: Hot }, when: { field: hot, is: true } }

escalation:
  levels:
    - { id: manager, to: { zh: 经理, en: Manager }, role: supervisor, after: { amount: 30, unit: minutes } }

duties:
  - id: PLT-L-month
    name: { zh: 月报, en: Monthly report }
    period: month
    due: { working_day: 5 }
    report: PLT-R
    rule: { zh: 次月前五个工作日, en: In the first five working days }

figures:
  - { key: households, label: { zh: 户数, en: households }, unit: { zh: 户, en: households } }

rates:
  - key: per_household
    name: { zh: 每户投诉率, en: Complaints by household }
    count: received
    only_if: { field: channel, in: [visit] }
    of: { zh: 来访投诉, en: complaints by visit }
    over: { figure: households }
    per: 1000
  - key: phoned
    name: { zh: 电话占比, en: Share of telephone }
    count: received
    only_if: { field: channel, in: [phone] }
    of: { zh: 电话投诉, en: complaints by telephone }
    over: { count: received, only_if: { not: { field: hot, is: true } }, of: { zh: 全部投诉, en: all complaints } }

reports:
  - { id: PLT-R, name: { zh: 月报, en: Monthly report }, period: month, content: { zh: 件数, en: Counts } }
  - id: PLT-R-year
    name: { zh: 年报, en: Yearly report }
    period: year
    content: { zh: 各人和各月, en: Persons and months }
    rates: [per_household]
    by:
      field: officer
      only_if: { field: channel, filled: true }
      columns: [{ measure: received }, { measure: closure_rate, label: { zh: 结案率, en: Closed } }]
      rank_by: closure_rate
    trend: { months: 6, measures: [received], rates: [phoned], by: wishes }

archive:
  contents:
    - { id: register, name: { zh: 登记表, en: Register form }, printed: PLT-01 }
  retention: { years: 5 }
`;

const REGISTER = `id: PLT-01
name: { zh: 登记表, en: Register form }
title: { zh: 投诉登记表, en: Complaint register form }
sheet: form
number: register
columns: [28, 50, 28, 50]
rows:
  - cells:
      - { label: { zh: 投诉人, en: Complainant } }
      - { field: complainant }
      - { label: { zh: 方式, en: Channel } }
      - { field: channel }
  - cells:
      - { label: { zh: 事实, en: Facts } }
      - { field: facts, cols: 3, long: true }
`;

const LETTER = `id: PLT-02
name: { zh: 不予受理告知书, en: Notice of refusal }
title: { zh: 不予受理告知书, en: Notice of refusal }
sheet: letter
addressee: { zh: '{complainant}：', en: 'To {complainant}:' }
body:
  - para:
      zh: 你的投诉不予受理，如有疑问请找{setting:centre}。
      en: Your complaint is not accepted. Please turn to {setting:centre}.
  - { grounds: refusal, show: chosen }
`;

const REPORT = `id: PLT-03
name: { zh: 情况报告, en: Report }
title: { zh: 情况报告, en: Report }
sheet: record
body:
  - { long: answer }
`;

const CARDS = `cards:
  - id: hear
    title: { zh: 先听完, en: Hear out }
    kind: principle
    steps: [accept]
    lines:
      - { zh: 先听完再说, en: Hear out first }
`;

const SMOOTH = `name: { zh: 顺利, en: Smooth }
lines:
  - at: 2026-09-18T10:00
    register: { complainant: 试填, channel: visit, facts: 楼道灯坏了三天。 }
    expect:
      states: { main: registered }
      limits: { PLT-L-accept: 2026-09-29 }
      values: { channel: visit }
  - at: 2026-09-21T09:00
    step: accept
  - at: 2026-09-22T09:00
    step: answer
    values: { answer: 已经换了灯。 }
    expect: { states: { main: answered } }
`;

const REFUSED = `name: { zh: 不予受理, en: Refused }
lines:
  - at: 2026-09-18T10:00
    register: { complainant: 范例, channel: phone, facts: 想换一条路。 }
  - at: 2026-09-21T09:00
    step: refuse
    ground: '2'
    expect: { status: ended }
  - at: 2026-09-21T09:05
    step: answer
    values: { answer: 不该答复。 }
    refused: case/not-permitted
`;

export const SOUND_PACK: Readonly<Record<string, string>> = {
  'procedure.yaml': PROCEDURE,
  'forms/PLT-01.yaml': REGISTER,
  'forms/PLT-02.yaml': LETTER,
  'forms/PLT-03.yaml': REPORT,
  'guidance.yaml': CARDS,
  'examples/smooth.yaml': SMOOTH,
  'examples/refused.yaml': REFUSED,
  'examples/spare.yaml': SMOOTH.replace('顺利', '再来一件'),
};
