export const sample = {
  label: '样本办公室',
  windowTitle: '样本办公室 · 凤凰台账',
  band: '样本办公室：人和事都是编的，不作正式使用',
  leave: '离开样本办公室',
  remove: '丢掉样本办公室',
  offer: '样本办公室，拿来练手',
  title: '样本办公室',
  what: '一个编出来的社区，几个星期里办了三十来件事：刚登记的、逾期的、等签字的、要求保密的、办结的都有。随便点，随便改，弄坏了丢掉再做一个。',
  apart:
    '它和本单位的台账是两回事：资料另放一处，互不相干。每个画面上面有一条“样本办公室”，印出来的每一页都有“样本”两个字。它的案件不封包，也不报总部。',
  noReal: '它的口令写在锁定的画面上，谁都打得开：真人真事不要写进去。',
  make: '做一个，打开',
  open: '打开样本办公室',
  notNow: '先不用',
  making: '正在做样本办公室',
  stop: '停下',
  stopped: '停下了，做了一半的已经删掉。',
  notDone: '样本办公室没有做成',
  passphrase: '几个人的口令都是',
  passphraseOpen: '照着打进去就行。口令人人看得到，真人真事不要写进来。',
  removing: {
    title: '丢掉样本办公室',
    what: '您在样本办公室里写的、改的、印的都会删掉，找不回来；以后可以再做一个新的。本单位的台账不受影响。',
    act: '丢掉',
    keep: '留着',
  },
  settings: {
    note: '想练手，或者教新来的人，不要用真的台账。打开时本单位的台账先锁上，填了一半的会存好。',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    sample: typeof sample;
  }
}
