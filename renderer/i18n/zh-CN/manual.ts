export const manual = {
  title: '说明书',
  open: '看说明书',
  back: '退回',
  backToManual: '回说明书',
  contents: '目录',
  text: '说明书正文',
  find: '在说明书里找',
  print: '打印说明书',
  previous: '上一章',
  next: '下一章',
  toPrevious: '上一章：{{title}}',
  toNext: '下一章：{{title}}',
  hits_other: '{{count}} 处',
  found_other: '{{count}} 章里有',
  none: '说明书里没有“{{sought}}”',
  noneNearby: '换一个说法试试，短一些更容易找到。',
  showAll: '看全部目录',
  notRead: '说明书没有打开',
  fileName: '凤凰台账说明书',
  notKept: '一章一页起，可以抽出来贴在窗口。不编号，不入卷，随时可以再印。',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    manual: typeof manual;
  }
}
