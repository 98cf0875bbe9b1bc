export const palette = {
  label: '搜索',
  search: '搜索',
  placeholder: '编号、姓名、电话尾号、命令、规程',
  by: '名称、拼音、首字母都行',
  looking: '还没有找全',
  found_other: '找到 {{count}} 条',
  none: '没有找到“{{query}}”。换一个字，或用拼音首字母。',
  noneSoFar: '还没有找到“{{query}}”。目录编完以后会自己再找一遍。',
  showAll_other: '到列表里看全部 {{count}} 件',
  recent: '最近的案件',
  cases: '案件',
  commands: '命令',
  procedures: '规程、指引卡',
  nameless: '没有写姓名',
  place: '　{{place}}：',
  move: '选',
  take: '打开、去做',
  leave: '关掉',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    palette: typeof palette;
  }
}
