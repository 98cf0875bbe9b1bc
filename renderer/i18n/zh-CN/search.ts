export const search = {
  number: '编号',
  note: '记录',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    search: typeof search;
  }
}
