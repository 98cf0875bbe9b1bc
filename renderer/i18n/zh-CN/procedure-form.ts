export const procedureForm = {
  hint: '（{{hint}}）',
  yes: '是',
  no: '否',
  missing: '这一格还没填',
  counter: '{{length}} 字，纸上这一格约可写 {{capacity}} 字，写多了自动转附页',
  warning: {
    subject: { phone: '电话号码', 'id-number': '证件号码', 'credit-code': '信用代码' },
    few_other: '{{subject}}少 {{count}} 位',
    many_other: '{{subject}}多 {{count}} 位',
    odd: '{{subject}}看着不对',
    whole: '{{finding}}，再问一遍；问不到也能保存',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    'procedure-form': typeof procedureForm;
  }
}
