export const identity = {
  covered: '这一件的身份要保密，在屏幕上盖着。',
  notForYou: '{{covered}}{{why}}。',
  act: '打开身份',
  reason: '打开的理由',
  written: '谁在什么时候、为什么打开，先写进日志账，再显示。',
  notNow: '先不打开',
  open: '身份打开着。离开这一件、锁定或 5 分钟没人用，就自己盖上。',
  cover: '盖上身份',
  onPaper: '《{{form}}》上有保密的身份，打开身份以后才能看和打印。',
  value: '已保密',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    identity: typeof identity;
  }
}
