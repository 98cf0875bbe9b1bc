import type { Translation } from '../translation.ts';
import type { procedureForm as source } from '../zh-CN/procedure-form.ts';

export const procedureForm: Translation<typeof source> = {
  hint: '({{hint}})',
  yes: 'Yes',
  no: 'No',
  missing: 'This cell is still empty',
  counter: '{{length}} characters; the cell on paper holds about {{capacity}}, the rest goes to an annex',
  warning: {
    subject: {
      phone: 'The telephone number',
      'id-number': 'The ID number',
      'credit-code': 'The credit code',
    },
    few_one: '{{subject}} is {{count}} digit short',
    few_other: '{{subject}} is {{count}} digits short',
    many_one: '{{subject}} has {{count}} digit too many',
    many_other: '{{subject}} has {{count}} digits too many',
    odd: '{{subject}} looks wrong',
    whole: '{{finding}}; ask again, or save without',
  },
};
