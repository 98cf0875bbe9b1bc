export const cases = {
  title: '案件',
  import: '导入旧台账',
  anonymous: '匿名',
  secret: '要求保密',
  view: {
    open: '在办',
    closed: '已办结',
    month: '{{month}}月登记',
    all: '全部',
    asking: '等我批准',
    'closed-in': '{{month}}月办结',
    'in-time': '{{month}}月按时办结',
    overdue: '逾期',
  },
  column: {
    number: '编号',
    due: '时限',
    person: '反映人',
    matter: '事由',
    category: '类别',
    state: '状态',
    by: '承办',
    received: '登记',
  },
  order: {
    numberUp: '小号在前',
    numberDown: '大号在前',
    dueUp: '先到期的在前',
    dueDown: '后到期的在前',
    receivedUp: '早登记的在前',
    receivedDown: '新登记的在前',
  },
  empty: {
    open: '没有在办的案件',
    other: '这里还没有案件',
    asking: '没有等您批准的案件',
    next: '有人来反映，就从接待登记开始。',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    cases: typeof cases;
  }
}
