import { describe, expect, it } from 'vitest';
import { markedName } from './name-search.ts';

const marked = (name: string, search: string): string | undefined =>
  markedName(name, search)
    ?.map(({ text, marked: is }) => (is ? `[${text}]` : text))
    .join('');

describe('finding a procedure by its name', () => {
  it.each([
    ['凤凰社区群众投诉及反馈意见登记', '投诉', '凤凰社区群众[投诉]及反馈意见登记'],
    ['凤凰社区群众投诉及反馈意见登记', 'ts', '凤凰社区群众[投诉]及反馈意见登记'],
    ['凤凰社区群众投诉及反馈意见登记', 'tousu', '凤凰社区群众[投诉]及反馈意见登记'],
    ['广西 12315 消费者投诉举报', '12315', '广西 [12315] 消费者投诉举报'],
    ['IT 问题投诉处理机制', 'it', '[IT] 问题投诉处理机制'],
  ])('marks what of %s matches %s', (name, search, wanted) => {
    expect(marked(name, search)).toBe(wanted);
  });

  it('takes everything for no search, and nothing for what is not there', () => {
    expect(marked('旅游投诉', ' ')).toBe('旅游投诉');
    expect(marked('旅游投诉', '医院')).toBeUndefined();
    expect(marked('旅游投诉', 'yy')).toBeUndefined();
  });
});
