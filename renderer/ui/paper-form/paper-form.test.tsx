// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { DateTimeCell } from './date-time-cell.tsx';
import { LongTextCell } from './long-text-cell.tsx';
import { PaperCell } from './paper-cell.tsx';
import { PaperForm, PaperGroup, PaperRow } from './paper-form.tsx';
import { ReadOnlyCell } from './read-only-cell.tsx';
import { SelectCell } from './select-cell.tsx';
import { TextCell } from './text-cell.tsx';
import { TickChoice } from './tick-choice.tsx';
import { TickMany } from './tick-many.tsx';
import { TickOne } from './tick.tsx';

const now = (): string => '2026-10-12 09:41';
const sexes = [
  { value: 'm', label: '男' },
  { value: 'f', label: '女' },
];

interface Filled {
  name: string;
  hidden: boolean;
  sex: string | null;
  at: string;
  facts: string;
  kind: string;
  ways: string[];
}

/** A form as the screens use it: react-hook-form's register and Controller on the cells. */
function Registration({ seen }: { readonly seen: (filled: Filled) => void }): ReactNode {
  const { register, control, handleSubmit } = useForm<Filled>({
    defaultValues: { name: '', hidden: false, sex: null, at: '', facts: '', kind: '', ways: [] },
  });
  return (
    <form onSubmit={event => void handleSubmit(seen)(event)}>
      <PaperForm label="登记表">
        <PaperRow>
          <PaperCell label="姓名">
            <TextCell {...register('name')} />
            <TickOne label="匿名" {...register('hidden')} />
          </PaperCell>
          <PaperCell label="性别">
            <Controller
              control={control}
              name="sex"
              render={({ field: { onChange, ...field } }) => (
                <TickChoice options={sexes} {...field} onValueChange={onChange} />
              )}
            />
          </PaperCell>
        </PaperRow>
        <PaperRow>
          <PaperCell label="登记时间">
            <DateTimeCell precision="minute" now={now} {...register('at')} />
          </PaperCell>
          <PaperCell label="类别">
            <SelectCell options={[{ value: 'lift', label: '物业管理 · 电梯' }]} {...register('kind')} />
          </PaperCell>
        </PaperRow>
        <PaperGroup label="反映的事">
          <PaperRow grow>
            <PaperCell label="反映内容" full>
              <LongTextCell hint="经过问到了吗" counter="0 字" {...register('facts')} />
            </PaperCell>
          </PaperRow>
          <PaperRow>
            <PaperCell label="方式" full>
              <Controller
                control={control}
                name="ways"
                render={({ field: { onChange, ...field } }) => (
                  <TickMany
                    options={[
                      { value: 'visit', label: '来访' },
                      { value: 'phone', label: '电话' },
                    ]}
                    {...field}
                    onValueChange={onChange}
                  />
                )}
              />
            </PaperCell>
          </PaperRow>
        </PaperGroup>
        <PaperRow>
          <PaperCell label="编号" full>
            <ReadOnlyCell quiet>保存时自动编</ReadOnlyCell>
          </PaperCell>
        </PaperRow>
      </PaperForm>
      <button type="submit">保存</button>
    </form>
  );
}

describe('the form that is the paper', () => {
  it('can be filled with the keyboard alone, in the order of the paper', async () => {
    const user = userEvent.setup();
    const seen: Filled[] = [];
    renderUi(<Registration seen={filled => seen.push(filled)} />);

    await user.tab();
    await user.keyboard('李小样');
    await user.tab();
    await user.tab();
    await user.keyboard('[Space]{ArrowRight}');
    await user.tab();
    await user.keyboard('20261012 0941');
    await user.tab();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '类别' }));
    await user.selectOptions(screen.getByRole('combobox'), '物业管理 · 电梯');
    await user.tab();
    await user.keyboard('电梯停运');
    await user.tab();
    await user.keyboard('[Space]');
    await user.tab();
    await user.keyboard('[Space]');
    await user.tab();
    await user.keyboard('{Enter}');

    expect(seen).toEqual([
      {
        name: '李小样',
        hidden: false,
        sex: 'f',
        at: '2026-10-12 09:41',
        facts: '电梯停运',
        kind: 'lift',
        ways: ['visit', 'phone'],
      },
    ]);
  });

  it('names its controls word for word as the paper does', () => {
    renderUi(<Registration seen={() => undefined} />);
    expect(screen.getByRole('textbox', { name: '姓名' })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: '匿名' })).toBeTruthy();
    expect(screen.getByRole('radiogroup', { name: '性别' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: '男' })).toBeTruthy();
    expect(screen.getByRole('textbox', { name: '登记时间' })).toBeTruthy();
    expect(screen.getByRole('textbox', { name: '反映内容', description: '经过问到了吗 0 字' })).toBeTruthy();
    expect(screen.getByRole('group', { name: '反映的事' })).toBeTruthy();
    expect(screen.getByRole('group', { name: '方式' })).toBeTruthy();
    expect(screen.getByRole('status', { name: '编号' }).textContent).toBe('保存时自动编');
  });
});

describe('a cell', () => {
  const cell = (warning: string | null, error: string | null = null): ReactNode => (
    <PaperCell label="联系电话" hint="（手机）" full warning={warning} error={error}>
      <TextCell />
    </PaperCell>
  );

  it('describes its control by hint and warning, and does not call a warning wrong', () => {
    const { rerender } = renderUi(cell(null));
    const input = screen.getByRole('textbox', { name: '联系电话', description: /^（手机）\s*$/ });
    rerender(cell('手机号少 1 位'));
    expect(screen.getByRole('textbox', { description: /^（手机）.*提醒.*手机号少 1 位$/ })).toBe(input);
    expect(input.getAttribute('aria-invalid')).toBeNull();
  });

  it('says what is wrong before what is to be asked again', () => {
    renderUi(cell('手机号少 1 位', '还没有填'));
    const input = screen.getByRole('textbox');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('status').textContent).toContain('还没有填');
    expect(screen.getByRole('status').textContent).not.toContain('手机号');
  });

  it('keeps the room for a warning before there is one', () => {
    renderUi(cell(null));
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

describe('ticks', () => {
  function Sex({ changes }: { readonly changes: (string | null)[] }): ReactNode {
    const [value, setValue] = useState<string | null>('f');
    return (
      <TickChoice
        label="性别"
        options={sexes}
        value={value}
        onValueChange={next => {
          changes.push(next);
          setValue(next);
        }}
      />
    );
  }

  it('can be taken back, as on paper', async () => {
    const changes: (string | null)[] = [];
    renderUi(<Sex changes={changes} />);
    const woman = screen.getByRole<HTMLInputElement>('radio', { name: '女' });
    act(() => woman.focus());
    await userEvent.keyboard('{Delete}');
    expect(changes).toEqual([null]);
    expect(woman.checked).toBe(false);
  });

  it('give many in the order of the paper, not of the ticking', async () => {
    const changes: string[][] = [];
    const options = ['a', 'b', 'c'].map(value => ({ value, label: value }));
    renderUi(
      <TickMany label="附件" options={options} value={['c']} onValueChange={value => changes.push(value)} />,
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'a' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'c' }));
    expect(changes).toEqual([['a', 'c'], []]);
  });
});

describe('a cell for a date', () => {
  it('is written out when it is left, and left alone when it cannot be read', async () => {
    const user = userEvent.setup();
    renderUi(<DateTimeCell precision="minute" now={now} aria-label="登记时间" />);
    const input = screen.getByRole<HTMLInputElement>('textbox');
    await user.type(input, '1012 0905');
    await user.tab();
    expect(input.value).toBe('2026-10-12 09:05');
    await user.clear(input);
    await user.type(input, '下午');
    await user.tab();
    expect(input.value).toBe('下午');
  });

  it('takes the present moment by key and by button', async () => {
    const user = userEvent.setup();
    renderUi(<DateTimeCell precision="day" now={now} aria-label="日期" />);
    const input = screen.getByRole<HTMLInputElement>('textbox');
    act(() => input.focus());
    await user.keyboard('{Control>};{/Control}');
    expect(input.value).toBe('2026-10-12');
    await user.clear(input);
    await user.click(screen.getByRole('button', { name: '今天' }));
    expect(input.value).toBe('2026-10-12');
    expect(document.activeElement).toBe(input);
  });
});
