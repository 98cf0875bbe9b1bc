export const paper = {
  back: '回案件',
  pages: '共 {{count}} 页',
  truth: '看到的就是要印的那一份',
  making: '正在排版，约 2 秒',
  opening: '正在打开文书',
  notMade: '文书没有出来：{{what}}',
  again: '再试一次',
  noCase: {
    title: '没有这一件',
    nearby: '它可能还没读进来，或者不在这台电脑上。',
    form: '规程里没有式样 {{form}}',
    formNearby: '规程包换过。回案件看看还有哪些文书。',
  },
  thumbs: '各页',
  page: '第 {{number}} 页',
  pageOf: '第 {{number}} 页，共 {{count}} 页',
  view: {
    label: '看多大',
    pages: '要印的各页',
    whole: '整页',
    actual: '原大',
    turn: '翻页',
    zoom: '放大缩小',
  },
  print: {
    title: '打印',
    column: '打印和印过的',
    printer: '打印机',
    none: '这台电脑上没有打印机',
    noneHint: '存成 PDF，拿到有打印机的电脑上印。',
    look: '再找一次',
    copies: '份数',
    copiesWrong: '份数写 1 到 99',
    sides: '单双面',
    oneSided: '单面',
    twoSided: '双面',
    forWhom: '{{copies}}，各 1 份',
    separator: '、',
    act: '打印 {{count}} 份',
    printing: '正在送到打印机',
    save: '存 PDF',
    saving: '正在存',
    fileName: '{{form}} {{number}}',
  },
  status: {
    recorded: '已记下：第 {{nth}} 次打印，{{copies}} 份，{{printer}}',
    printed: '已送打印机：{{copies}} 份，{{printer}}。这份说明不记入案件。',
    saved: '已存到 {{path}}',
    notSaved: '没有存。要存，再按一次“存 PDF”。',
    notPrinted: '没有印出来：{{what}}',
    notRecorded: '已送到打印机，还没有记上：{{what}}',
    record: '再记一次',
  },
  clocks: {
    title: '时限说明',
    fileName: '时限说明 {{number}}',
    notKept: '这份说明按案件的记录算出，不入卷、不编号，随时可以再印。',
  },
  history: {
    title: '印过的',
    times: '{{times}} 次',
    none: '还没印过',
    copies: '{{copies}} 份',
    other: '内容不同',
    show: '看那一份',
    reprint: '再印记作第 {{nth}} 次打印。',
    first: '印完自动记下谁、几时、几份。',
  },
  word: {
    title: '要改的话',
    act: '另存为 Word',
    saving: '正在存',
    words:
      'Word 文件是草稿，供改写用；存档和打印的，还是左边这一份。改了的内容，系统里不会跟着变。文件不加密，用完请删掉。',
    fileName: '{{name}} 草稿',
    notSaved: '没有存。要存，再按一次“另存为 Word”。',
  },
  old: {
    words: '这是 {{day}} {{time}} 出的那一份。后来案件改过。',
    act: '看现在的',
  },
  missing: {
    words: '字库里没有 {{chars}}，纸上印作〓：{{where}}。可以照印，也可以回案件换个写法。',
    inField: '{{field}}“{{around}}”',
    elsewhere: '“{{around}}”',
    separator: '；',
  },
  warning: {
    substituted: '有生僻字换了别的字体，印之前看一眼。',
    other: '有一处没有排好，印之前每一页都看一眼。',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    paper: typeof paper;
  }
}
