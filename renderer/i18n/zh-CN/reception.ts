export const reception = {
  title: '接待登记',
  clear: '清空重填',
  save: '保存',
  saveAndPrint: '保存并打印',
  saving: '正在保存',
  saved: '已保存 {{number}}',
  openSaved: '看这一件',
  notSaved: '没有保存',
  draftSaved: '草稿已存 {{time}}',
  draftWaiting: '草稿正在存',
  draftFailed: '草稿没有存上，先保存',
  draftNone: '还没有填',
  missing_other: '还差 {{count}} 格，填上再保存',
  refused_other: '有 {{count}} 格对不上，改好再保存',
  namedAnonymous: '勾了匿名又写了姓名，印出来两样都有',
  numberLater: '保存时自动编',
  receipt: {
    earlier: '早先收到的',
    label: '收到时间',
    now: '就是现在',
    unread: '看不懂这个时间。这样写：10-12 9:41，昨天 15:30',
    future: '这个时间还没有到',
    noProcedure: '那一天本单位没有可用的规程',
    first: '先写清收到时间，再保存',
  },
  unfinished: '没填完的登记',
  unfinishedAmount_other: '{{count}} 份',
  nameless: '还没有写姓名',
  stopped: '{{time}} 停笔，填到“{{field}}”',
  resume: '接着填',
  drop: '不要了',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    reception: typeof reception;
  }
}
