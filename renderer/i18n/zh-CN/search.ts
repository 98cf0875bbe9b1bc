export const search = {
  number: '编号',
  note: '记录',
  inList: '在案件里找',
  by: '在案件里找：姓名、拼音、住址、内容',
  clear: '清空',
  found: '找到 {{count}} 件，按相近程度排',
  foundSoFar: '找到 {{count}} 件，还没有找全',
  indexing: '正在编目录：{{read}} / {{all}} 件',
  where: '在哪里找到',
  noneHere: '“{{view}}”里没有“{{typed}}”',
  elsewhere: '去掉条件后有 {{count}} 件',
  showAll: '去掉条件，看这 {{count}} 件',
  none: '没有找到“{{typed}}”',
  noneSoFar: '还没有找到“{{typed}}”',
  noneYet: '目录还没有编完，编完以后会自己再找一遍。',
  noneNext: '可以只打一部分：姓名或拼音首字母、电话后几位、编号后几位、住址或内容里的几个字。',
  clearField: '清空，看列表',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    search: typeof search;
  }
}
