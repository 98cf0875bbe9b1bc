export const signing = {
  section: '签字',
  act: '在屏上签字',
  none: '可以打印出来签，也可以就在屏上签。',
  noneHere: '这一份没有在屏上签过字。',
  place: '签在哪里',
  signer: '签字人姓名',
  notNow: '先不签',
  given: '{{signer}}　{{when}}，{{by}}经手',
  image: '{{signer}}的签字',
  covered_other: '屏上签了 {{count}} 处。身份盖着，打开身份以后才能看。',
  complete: '该签的都签了，这份文书算签好了。签字只对这一份有效，重新排过就要重新签。',
  incomplete: '还没签齐。',
  read: {
    title: '先看要签的文书：《{{name}}》',
    words: '请签字人把这份文书看完。要签的就是这一份，一个字也不会变。',
    act: '看过了，去签字',
  },
  sign: {
    title: '签字：《{{name}}》',
    words: '签在“{{place}}”，签字人：{{signer}}。用鼠标、手指或笔写在框里。',
    field: '{{signer}}签字的地方',
    complete: '签完这一处，该签的就都签了',
    act: '签好了',
    undo: '退一笔',
    clear: '清掉重签',
    back: '再看文书',
  },
  trouble: {
    empty: '框里还没有签名，只点几个点不算。请写上姓名再按“签好了”。',
    noSigner: '还没写签字人是谁',
  },
  copy: {
    look: '带签字页的一份',
    back: '回文书',
    title: '{{name}}（带签字页）',
    column: '打印带签字页的一份',
    note: '前面是签过的原件，一个字没有改；最后的签字页写着谁在什么时候签的。这一份随时可以再出，不另外保存。',
    fileName: '{{form}} {{number}} 带签字页',
  },
  anew: {
    words: '{{when}}出的那一份在屏上签过字。内容改了，重新排过，签字不带过来；这一份要重新签。',
    act: '看签过的那一份',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    signing: typeof signing;
  }
}
