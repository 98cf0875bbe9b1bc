export const settings = {
  title: '设置',
  hours: {
    title: '上下班时间',
    note: '按工作小时算的时限照这张表走。已经在走的时限照开始时的表走完，说好的时间不变。',
    usual: '现在的：程序原来的，本单位还没有定过',
    since: '从 {{from}} 起',
    setBy: '{{by}} {{at}} 定的',
    closed: '不开',
    change: '改上下班时间',
    byAdministrator: '由管理员来改。',
    how: '几点到几点，中间休息就写两段：9:00-12:00 14:00-17:30。不开就空着。放假照国务院的安排，调休上班的日子照星期一。',
    daysNote: '哪一天和平常不一样，单独写一行；那天不开，时间就空着。',
    date: '第 {{nth}} 行的日子',
    times: '第 {{nth}} 行的时间',
    addDay: '加一天',
    from: '从哪天起',
    fromNow: '空着：从现在起',
    save: '照这样上下班',
    notNow: '先不改',
    notSaved: '上下班时间没有改',
    badTimes: '{{day}}的“{{typed}}”认不出来。照这样写：9:00-12:00 14:00-17:30',
    badDate: '“{{typed}}”不是日子。照这样写：2026-12-31',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    settings: typeof settings;
  }
}
