export const ui = {
  frame: {
    skip: '跳到正文',
    rail: '主导航',
    menu: '菜单',
    tools: '本机和用户',
    count: '{{count}} 件',
  },
  side: {
    label: '旁边的卡片',
    close: '收起',
  },
  bar: {
    acts: '可以做的事',
  },
  unit: {
    minutes_other: '{{count}} 分钟',
    hours_other: '{{count}} 小时',
    'office-hours_other': '{{count}} 个工作小时',
    'calendar-days_other': '{{count}} 天',
    'working-days_other': '{{count}} 个工作日',
    weeks_other: '{{count}} 周',
    months_other: '{{count}} 个月',
    years_other: '{{count}} 年',
  },
  deadline: {
    left: '还有 {{amount}}',
    today: '今天到期',
    todayAt: '今天 {{time}} 到期',
    overdue: '逾期 {{amount}}',
    paused: '中止计时',
    met: '按时办结',
    late: '晚 {{amount}}办结',
    notBegun: '还没开始',
    none: '没有时限',
  },
  why: {
    label: '{{date}}是怎样数出来的',
    labelOpen: '到今天数了哪些天',
    counted: '算进去',
    notCounted: '没有算',
    paused: '中止的',
    rule: '规定',
    calendar: '日历',
    start: '起算',
    due: '到期',
    today: '今天',
    rest: '休',
    makeUp: '班',
    pause: '停',
    rolled: '顺延',
    countedFold: '数 {{counted}} 天',
    skippedFold: '没算 {{skipped}} 天',
    pausedFold: '停 {{paused}} 天',
    nthDay: '算第 {{nth}} 天',
    skippedDay: '不算',
    pausedDay: '中止，不算',
    range: '{{from}}至{{to}}',
    closedHours: '下班',
    openHours: '算进去',
    timesLabel: '这段时间是怎样数的',
    listSeparator: '，',
  },
  date: {
    monthDay: '{{month}}月{{day}}日',
    withWeekday: '{{month}}月{{day}}日（{{weekday}}）',
    weekday: { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' },
    weekdayShort: { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '日' },
  },
  form: {
    warning: '提醒',
    missing: '要改',
    now: '现在',
    today: '今天',
    dateTimeHint: '写作 2026-10-12 09:41，也可以只写 20261012 0941',
    dateHint: '写作 2026-10-12，也可以只写 20261012',
    choose: '选一项',
  },
  table: {
    sortedBy: '{{column}}，{{order}}',
    select: '选中这一行',
    selectAll: '全部选中',
    loading: '正在取这一行',
  },
  tabs: {
    label: '视图',
  },
  chip: {
    remove: '去掉条件：{{name}} {{value}}',
    change: '改条件：{{name}} {{value}}',
  },
  track: {
    done: '已完成',
    waiting: '在等',
    open: '还没做',
  },
  timeline: {
    step: '步骤',
    note: '记录',
  },
  error: {
    what: '出了什么事',
    kept: '东西还在吗',
    next: '现在怎么办',
    code: '代号 {{code}}',
    copy: '复制给管理员',
    copied: '已复制',
  },
  progress: {
    count: '{{done}}／{{total}}',
    cancel: '取消',
  },
  loading: '正在取',
  passphrase: {
    show: '显示口令',
    hide: '遮住口令',
  },
  dialog: {
    close: '关掉',
  },
  steps: {
    label: '步骤',
    done: '已完成',
    now: '正在做',
    ahead: '还没到',
  },
  keys: {
    group: '第 {{nth}} 组',
  },
  chart: {
    partOf: '{{name}} {{value}}',
  },
  status: {
    ok: '好了',
    soon: '留意',
    over: '出错',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    ui: typeof ui;
  }
}
