export const tour = {
  label: '带您认认地方',
  begin: '再带我认一遍地方',
  next: '下一处',
  end: '不看了',
  done: '认完了',
  count: '{{at}}/{{of}}',
  stop: {
    workbench: { title: '工作台', about: '每天从这里开始：到期的、等您办的都在这里。' },
    reception: { title: '接待登记', about: '有人来就按 {{register}}。边听边记，打的字随时存。' },
    search: { title: '搜索', about: '按 {{search}}：找案件、找人、找命令，拼音也行。' },
    cases: { title: '案件', about: '全部案件。打开一件，下一步、时限、文书都在里面。' },
    month: { title: '月结与报送', about: '月底对数、锁账、封成案卷包交总部。' },
    lock: {
      title: '锁定',
      about: '离开就按 {{lock}}。不会用时按 {{help}}，说明书也在那里；想练手，锁定的画面上有样本办公室。',
    },
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    tour: typeof tour;
  }
}
