import { describe, expect, it } from 'vitest';
import { at, communityProcedure } from '#shared/fixtures/community.ts';
import { numberOrder } from '#shared/procedure/number-order.ts';
import { checkRows, unknownWords, type CheckedRow } from './check-rows.ts';
import { findHead, tableOf } from './find-head.ts';
import { guessColumns } from './guess-mapping.ts';
import type { ImportMapping } from './import.mapping.ts';
import { mustFields, usualEntries } from './import.targets.ts';

const procedure = communityProcedure();
const HEAD = [
  '序号',
  '登记编号',
  '登记日期',
  '反映人',
  '联系电话',
  '家庭住址',
  '类型',
  '投诉内容',
  '办结日期',
  '备注',
];
const ROW = [
  '1',
  '凤社〔2025〕0012号',
  '2025年3月5日',
  '韩范例',
  '138 0013 8000',
  '3号楼',
  '物业',
  '楼道灯坏了',
  '2025.3.9',
  '电话转来',
];

const read = (
  rows: readonly (readonly string[])[],
  {
    head = HEAD,
    taken = [],
    mapping = {},
  }: {
    head?: readonly string[];
    taken?: readonly string[];
    mapping?: Partial<ImportMapping>;
  } = {},
) => {
  const table = tableOf([head, ...rows], 0);
  const columns = guessColumns(table, procedure);
  return checkRows(
    table,
    { columns: [...columns], fixed: {}, words: {}, ...mapping },
    { procedure, now: at('2026-10-08T09:30'), taken: new Set(taken.map(numberOrder)) },
  );
};

const faultsOf = (row: CheckedRow | undefined) =>
  row?.kind === 'faulty' ? row.faults.map(({ target, what }) => `${target} ${what.code}`) : [];

const changed = (column: number, text: string): readonly string[] => ROW.with(column, text);

describe('the columns of an old ledger', () => {
  it('are known by their names, also by other ones than the form has', () => {
    expect(guessColumns(tableOf([HEAD, ROW], 0), procedure)).toEqual([
      '',
      '@number',
      '@received',
      'complainant_name',
      'complainant_phone',
      'complainant_address',
      'category',
      'facts',
      '@closed',
      '@rest',
    ]);
  });

  it('are known in English', () => {
    const head = ['No.', 'Number', 'Date', 'Name', 'Telephone', 'Category', 'Facts'];
    expect(guessColumns(tableOf([head, head], 0), procedure).slice(1)).toEqual([
      '@number',
      '@received',
      'complainant_name',
      'complainant_phone',
      'category',
      'facts',
    ]);
  });

  it('are known by what stands in them where the name says nothing', () => {
    const table = tableOf(
      [
        ['甲', '乙'],
        ['2025/3/5', '13800138000'],
        ['2025/3/6', '13900139000'],
      ],
      0,
    );
    expect(guessColumns(table, procedure)).toEqual(['@received', 'complainant_phone']);
  });

  it('give no target twice', () => {
    const table = tableOf(
      [
        ['电话', '手机', '联系电话'],
        ['1', '2', '3'],
      ],
      0,
    );
    const given = guessColumns(table, procedure).filter(target => target !== '');
    expect(given).toEqual(['complainant_phone']);
    expect(guessColumns(table, procedure)[2]).toBe('complainant_phone');
  });
});

describe('the head of a sheet', () => {
  it('is found beneath a title over all columns', () => {
    const title = HEAD.map(() => '凤凰社区2025年群众来访台账');
    expect(findHead([title, ['填表单位：样本', ...HEAD.slice(1).map(() => '')], HEAD, ROW], procedure)).toBe(
      2,
    );
  });

  it('is the lower one of two rows', () => {
    const upper = HEAD.map((name, column) => (column === 3 || column === 4 ? '来访人情况' : name));
    expect(findHead([upper, HEAD, ROW], procedure)).toBe(1);
  });

  it('is not a row of entries, though one of them is called like a field', () => {
    const head = ['序号', '哪天', '谁来的', '说了什么'];
    const entries = ['1', '2024-07-01', '匿名', '自行车棚漏雨'];
    expect(findHead([head.map(() => '来访登记'), head, entries], procedure)).toBe(1);
  });

  it('leaves out columns that are empty all the way', () => {
    const table = tableOf(
      [
        ['编号', '', '姓名'],
        ['1', '', '韩范例'],
      ],
      0,
    );
    expect(table).toEqual({ head: ['编号', '姓名'], rows: [['1', '韩范例']], firstRow: 2 });
  });
});

describe('a row of an old ledger', () => {
  it('becomes a case with what it says, and what has no field goes along', () => {
    const [row] = read([ROW]);
    expect(row).toMatchObject({
      kind: 'ready',
      row: 2,
      entry: {
        number: '凤社〔2025〕0012号',
        receivedAt: '2025-03-05T00:00:00+08:00',
        closedAt: '2025-03-09T00:00:00+08:00',
        rest: '备注：电话转来',
        values: {
          complainant_name: '韩范例',
          complainant_phone: '13800138000',
          category: 'property',
          facts: '楼道灯坏了',
        },
      },
    });
    expect(row?.doubts).toMatchObject([{ target: 'category', column: 6, what: { code: 'taken-for' } }]);
  });

  it('is told what is wrong in each of its cells', () => {
    const cells = ['1', '12', '3月5日', '', '1380013', '', '施工扰民', '', '2025年2月30日', ''];
    const [row] = read([cells]);
    expect(faultsOf(row)).toEqual([
      '@received no-year',
      'category no-option',
      '@closed no-such-day',
      'complainant_name missing',
      'facts missing',
    ]);
    expect(row?.doubts.map(({ target }) => target)).toEqual(['complainant_phone']);
  });

  it.each([
    [2, '2027年1月1日', '@received later-than-now'],
    [2, '', '@received missing'],
    [8, '2025-03-04', '@closed closed-before'],
    [8, '2027-03-04', '@closed later-than-now'],
    [8, '已办结', '@closed closed-without-date'],
    [1, '长'.repeat(61), '@number number-too-long'],
    [3, '名'.repeat(101), 'complainant_name too-long'],
  ])('in column %i: %s', (column, text, fault) => {
    expect(faultsOf(read([changed(column, text)])[0])).toEqual([fault]);
  });

  it.each(['', '未办结', '办理中', '否'])('is still open where its end says “%s”', text => {
    expect(read([changed(8, text)])[0]).toMatchObject({ kind: 'ready', entry: { closedAt: null } });
  });

  it('names nobody where the name says so', () => {
    expect(read([changed(3, '匿名')])[0]).toMatchObject({
      kind: 'ready',
      entry: { values: { is_anonymous: true } },
    });
  });

  it('is not taken twice, nor when the ledger has its number, whatever its zeros', () => {
    const rows = read([ROW, changed(1, '凤社〔2025〕12号'), changed(1, '凤社〔2025〕0013号')], {
      taken: ['凤社〔2025〕13号'],
    });
    expect(rows[0]?.kind).toBe('ready');
    expect(faultsOf(rows[1])).toEqual(['@number number-twice']);
    expect(faultsOf(rows[2])).toEqual(['@number number-there']);
  });

  it('without a number is told where every cell stands in another row too', () => {
    const rows = read([changed(1, ''), changed(1, ''), changed(1, '').with(7, '别的事')]);
    expect(rows.map(row => faultsOf(row))).toEqual([[], [' row-twice'], []]);
  });

  it('that is empty is passed over, and the next one keeps its place', () => {
    expect(read([HEAD.map(() => ''), ROW]).map(({ row }) => row)).toEqual([3]);
  });

  it('takes what a person entered for every row, and what a word was said to mean', () => {
    const [row] = read([changed(6, '施工扰民')], {
      mapping: {
        fixed: { intake_channel: '来电', complainant_gender: '女' },
        words: { category: { 施工扰民: 'noise' } },
      },
    });
    expect(row).toMatchObject({
      kind: 'ready',
      entry: { values: { category: 'noise', intake_channel: 'phone', complainant_gender: 'female' } },
    });
  });
});

describe('the faults together', () => {
  it('name each unknown word once, the most frequent first', () => {
    const rows = read(['施工', '施工', '养狗'].map((word, n) => changed(6, word).with(1, String(n))));
    expect(unknownWords(rows)).toEqual([
      { field: 'category', word: '施工', count: 2 },
      { field: 'category', word: '养狗', count: 1 },
    ]);
  });

  it('tell which fields need a column', () => {
    expect(mustFields(procedure).map(({ key }) => key)).toEqual(['matter_kind', 'intake_channel', 'facts']);
    expect(usualEntries(procedure)).toEqual({ matter_kind: 'complaint', intake_channel: 'visit' });
  });
});
