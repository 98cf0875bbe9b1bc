export const figures = {
  back: '回规程',
  title: '{{name}}：数',
  paper: '看要印的那份',
  none: '规程里没有这份报表',
  noneNearby: '规程包换过。回规程看看还有哪些报表。',
  period: '期间',
  closed: '{{day}}办结的一期，数是那时的。',
  locked: '{{day}}锁账的一个月，数是那时的。',
  note: '照现在的台账算，锁了账的月份、办结了的一期照那时的算；和要印的报表是同一批数。',
  notCounted: '数没有算出来',
  again: '再算一次',
  rates: '率',
  mark: '待核对',
  figureOf: '{{month}}的{{figure}}',
  notEntered: '＿ 还没有填',
  source: '出处：{{reason}}',
  stands: '那时的数，不再改。',
  enter: '填',
  change: '改',
  enterOf: '填{{name}}',
  byRecordsOfficer: '这个数由档案统计员填。',
  notEnteredNow: '没有填上',
  amount: '多少（{{unit}}）',
  badAmount: '写一个不小于 0 的数，例如 125000',
  from: '从哪张表来的，或者为什么改',
  noSource: '写一句从哪张表来的，或者为什么改',
  save: '填上',
  takeAway: '拿掉这个数',
  notNow: '先不填',
  noLines: '这一期没有可以分行的案件。',
  howMany: '看几个月',
  months_other: '{{count}} 个月',
  measure: '画哪一项',
  unit: '件',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    figures: typeof figures;
  }
}
