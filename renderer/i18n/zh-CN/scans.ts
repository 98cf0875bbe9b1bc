export const scans = {
  title: '扫描件归位',
  sub: '签好字的文书扫描或拍照后放到这里，每一页按页脚的二维码归到自己的案件',
  handIn: '放扫描件',
  drop: '把扫描件拖到这里，一次可以很多份、整个文件夹',
  chooseFiles: '选文件',
  chooseFolder: '选文件夹',
  kinds:
    '能读 JPG、PNG、TIFF、WebP、BMP 图片和 PDF，多页的 TIFF 和 PDF 一页一页读。原来的文件不动，台账里另存一份加密的。',
  nothingThere: '里面没有图片或 PDF',
  reading: '正在读扫描件',
  readingWords: '{{done}}／{{total}} 个文件',
  summary: '归位 {{filed}} 页，要看一下 {{doubts}} 页',
  stopped_other: '停下了，有 {{count}} 个文件没读完。已经归位的都保存了；没读完的再放一次。',
  doubts: '要看一下',
  doubtsCount_other: '要看一下 {{count}} 页',
  filedTitle: '已归位',
  filedCount_other: '已归位 {{count}} 页',
  blankCount_other: '空白页 {{count}} 页，没有归',
  clear: '清掉已归位的',
  pageOfFile: '{{file}} 第 {{page}} 页',
  separator: '、',
  filed: {
    paper: '{{form}} {{name}}',
    whole: '第 {{pages}} 页归位，全齐了，记为已签回',
    missing: '第 {{pages}} 页归位，还缺第 {{missing}} 页',
    open: '看这一件',
    openOf: '看这一件：{{number}}',
  },
  act: {
    anyway: '照样归进去',
    instead: '换成这一张',
    again: '再归一次',
    byHand: '手工指定',
    look: '看图',
    drop: '划掉',
  },
  hand: {
    title: '手工指定',
    number: '案件编号',
    look: '找这一件',
    noCase: '没有编号是“{{number}}”的案件',
    noPaper: '这一件没有打印过的文书，没有可归的地方',
    paper: '文书',
    paperOf: '{{form}} {{name}}，{{day}}出，共 {{pages}} 页',
    outsideOf: '{{form}} {{name}}（外来文件），{{day}}收进，共 {{pages}} 页',
    page: '页',
    pageOf: '第 {{page}} 页',
    pageThere: '第 {{page}} 页（已有，换成这一张）',
    file: '归到这里',
    notNow: '先不归',
  },
  view: {
    open: '看扫描件',
    title: '扫描件：{{name}}',
    page: '第 {{page}} 页，共 {{pages}} 页　{{when}} {{by}}归位',
    pageByHand: '第 {{page}} 页，共 {{pages}} 页　{{when}} {{by}}手工归位',
    opening: '正在打开',
    alt: '第 {{page}} 页的扫描件',
    close: '看完了',
  },
  doubt: {
    unreadable: {
      what: '没有读到页脚的二维码',
      next: '看图认出是哪份文书，手工指定；或者把页脚摊平、对正，再扫一次。',
    },
    foreign: { what: '页上的二维码不是台账打印的', next: '不是台账的文书就划掉；是的话手工指定。' },
    newer: { what: '二维码是更新的程序打印的', next: '到装了新程序的电脑上归位，或者手工指定。' },
    several: { what: '一张图上有好几页的二维码', next: '没有归。一页一张，重新扫。' },
    'other-office': {
      what: '这一页是别的单位（{{office}}）的文书',
      next: '没有收进来，也没有保存。请转交那个单位。',
    },
    'unknown-document': {
      what: '台账里没有这份文书',
      next: '可能是另一台电脑出的。核对页脚的编号，手工指定，或者划掉。',
    },
    'other-text': {
      what: '页脚的校验码和台账里这份文书对不上',
      next: '拿原件和台账里的文书逐字核对；确实是这一份，再手工指定。',
    },
    merged: {
      what: '这一件已并入 {{number}}',
      next: '没有归。纸质原件随 {{number}} 的案卷保存。',
    },
    voided: { what: '这份文书已经作废', next: '没有归。请对方签现在的那一份，再扫描归位。' },
    'not-printed': {
      what: '台账里没有打印过这份文书',
      next: '先弄清这张纸从哪里来；在文书页记下打印以后，再归一次。',
    },
    'no-such-page': {
      what: '这份文书只有 {{pages}} 页，这张写的是第 {{page}} 页',
      next: '拿原件核对，手工指定。',
    },
    replaced: {
      what: '页脚的码是原稿的，原稿已被外来文件代替',
      next: '是那份外来文件签回来的，就手工指定是第几页；是原稿的，划掉。',
    },
    'old-version': {
      what: '签的是 {{day}} 出的旧版，后来又出过新的一份',
      next: '旧版也算数，就照样归进去；不算数，请对方签新的一份。',
    },
    duplicate: { what: '第 {{page}} 页已经有扫描件', next: '这张更清楚，就换成这一张；不要就划掉。' },
    blank: { what: '空白页', next: '没有字也没有码，多半是背面。有要紧的内容就手工指定。' },
    'not-a-picture': {
      what: '这个文件打不开，不是能读的图片或 PDF',
      next: '另存为 JPG 或 PDF 再放进来。手机的 HEIC 照片要先转成 JPG；苹果手机在“设置”的“相机”“格式”里选“兼容性最佳”，以后拍的就是 JPG。',
    },
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    scans: typeof scans;
  }
}
