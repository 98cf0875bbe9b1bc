export const month = {
  title: '月结与报送',
  months: '月份',
  periodName: '{{year}}年{{month}}月',
  isOpen: '{{month}}还没锁账',
  isLocked: '{{month}}已锁账，再改就记作下个月的更正',
  checks: '核对',
  check: {
    overdue_other: '{{count}} 件逾期，先办或写明原因',
    noOverdue: '没有逾期的案件',
    open_other: '在办 {{count}} 件，转入下个月',
    journalChecking: '正在核对日志账',
    journal_other: '日志账对得上，{{count}} 条首尾相接',
    journalBad: '日志账有一处不对，先请管理员来看',
  },
  deliver: '送总部',
  headquarters: '封给：{{name}}',
  noHeadquarters: '还没有总部名片，先读入总部名片。',
  lock: '锁账：{{month}}',
  export: '封包写入 U 盘',
  exporting: '正在封包写入',
  receipts: '读回执',
  importCard: '读入总部名片',
  exportCard: '导出本单位名片',
  verify: '重新核对',
  bundles: '案卷包和回执',
  noBundles: '还没有封过案卷包。',
  bundle: {
    sealed: '已封包',
    written: '已写入',
    verified: '重新插入，核对一致',
    accepted: '已收讫',
    rejected: '退回：{{why}}',
  },
  done: {
    lock: '已锁账{{detail}}',
    export: '已写入 {{detail}}',
    receipts: '读入 {{detail}} 份回执',
    card: '名片好了：{{detail}}',
    verify: '重新插入，核对一致{{detail}}',
  },
  notDone: '没有办成',
  figure: {
    registered: '登记',
    closed: '办结',
    onTime: '按时办结',
    satisfied: '满意',
    open: '在办',
    overdue: '已逾期',
  },
  of: '{{part}}／{{base}}',
  zeroReport: '本月没有登记，报零报告。',
  byCategory: '按类别',
  category: '类别',
  unit: '件',
  part: { onTime: '按时办结', late: '逾期办结', open: '在办' },
  gap: '；',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    month: typeof month;
  }
}
