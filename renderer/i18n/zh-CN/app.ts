export const app = {
  rail: {
    workbench: '工作台',
    reception: '接待登记',
    cases: '案件',
    papers: '文书',
    scans: '扫描件归位',
    month: '月结与报送',
    statistics: '统计',
    procedures: '规程',
    settings: '设置',
  },
  backToPapers: '回文书',
  version: '凤凰台账 {{version}}',
  clockBehind: '电脑时间比上一笔还早，先核对日期时间',
  largeType: '大字',
  otherLanguage: 'English',
  searchFor: '搜索：编号、姓名、命令',
  goTo: '去{{page}}',
  speakOther: '换成英文 English',
  largerType: '字大一些',
  usualType: '字照平常大',
  scheme: { light: '白底黑字', dark: '黑底白字', auto: '深浅照电脑的设置' },
  warned: '提醒：{{title}}',
  warnedOf: '：',
  lock: '锁定',
  noProcedure: '现在没有可用的办理规程',
  noProcedureNext: '规程包坏了或已失效。请管理员来看，已登记的案件都还在。',
  trouble: '打开台账时发现一处不对',
  troubleRead: '知道了',
  brokenPack: '规程包“{{pack}}”有错，没有用它',
  crashed: {
    title: '这个画面出了错',
    what: '程序里有一处写错了，画面没有画出来',
    kept: '已经保存的都在；没填完的登记存成了草稿。',
    next: '重新打开画面。还不行，把代号告诉管理员。',
    again: '重新打开画面',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    app: typeof app;
  }
}
