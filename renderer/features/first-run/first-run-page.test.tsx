// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '#shared/procedure/role.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { FirstRunPage } from './first-run-page.tsx';
import { FRONT, NewDesk } from './first-run.fixture.tsx';

const PROCEDURES = [
  {
    id: 'phoenix-community',
    name: { zh: '凤凰社区群众投诉及反馈意见登记', en: "Residents' complaints and feedback" },
  },
];
const PASSPHRASE = '门口石榴树三棵半还在';

const user = userEvent.setup({ delay: null });
let shell = new NewDesk();
beforeEach(() => {
  shell = new NewDesk();
});

const open = (): void => {
  renderUi(shell.around(<FirstRunPage procedures={PROCEDURES} />));
};
const field = (name: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(name);
const title = (): string => screen.getByRole('heading', { level: 1 }).textContent;

/** In one go: typing key by key is for the tests that are about it. */
async function fill(name: string, text: string): Promise<void> {
  field(name).focus();
  await user.paste(text);
}

const press = (name: string): Promise<void> => user.click(screen.getByText(name, { selector: 'button *' }));

async function sayOffice(): Promise<void> {
  await fill('单位全称', '凤凰社区居委会');
  await fill('单位代码', 'phx-0371');
  await user.keyboard('{Enter}');
}

async function sayPerson(passphrase = PASSPHRASE): Promise<void> {
  await fill('姓名', '王登记');
  await fill('口令', passphrase);
  await fill('再写一遍', passphrase);
  await user.keyboard('{Enter}');
}

async function reachKey(): Promise<void> {
  open();
  await sayOffice();
  await sayPerson();
}

async function prove(): Promise<void> {
  await fill('填第 3 组', '9xhe');
  await fill('填第 6 组', '3jya');
  await user.keyboard('{Enter}');
}

describe('the first page', () => {
  it('begins in the name of the office and says where one is', () => {
    open();
    expect(document.activeElement).toBe(field('单位全称'));
    expect(screen.getByText('第 1 步，共 4 步')).toBeTruthy();
    const now = within(screen.getByRole('list', { name: '步骤' })).getAllByRole('listitem');
    expect(now.map(item => item.getAttribute('aria-current'))).toEqual(['step', null, null, null]);
  });

  it('goes to the first thing missing when the main button is pressed, and says what', async () => {
    open();
    field('编号字头').focus();
    await press('下一步：口令');
    expect(document.activeElement).toBe(field('单位全称'));
    expect(field('单位全称').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('写上单位全称，至少 2 个字')).toBeTruthy();
    await user.type(field('单位全称'), '凤凰社区');
    expect(screen.queryByText('写上单位全称，至少 2 个字')).toBeNull();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('单位代码'));
    expect(title()).toBe('先说说是哪个单位');
  });

  it('writes the code in capitals and suggests the head of the numbers', async () => {
    open();
    await user.type(field('单位全称'), '凤凰社区居委会');
    await user.type(field('单位代码'), 'phx-0371');
    expect(field('单位代码').value).toBe('PHX-0371');
    expect(field('编号字头').value).toBe('凤社');
    expect(screen.getByText('印出来：凤社〔2026〕0001号')).toBeTruthy();
  });

  it('leaves a head that somebody wrote alone', async () => {
    open();
    await user.type(field('编号字头'), '凤居');
    await user.type(field('单位全称'), '凤凰社区居委会');
    expect(field('编号字头').value).toBe('凤居');
  });
});

describe('the second page', () => {
  it('asks the keys of the ledger for exactly what was answered', async () => {
    await reachKey();
    expect(shell.begun).toEqual([
      {
        office: {
          name: '凤凰社区居委会',
          code: 'PHX-0371',
          prefix: '凤社',
          firstNumber: 1,
          procedure: 'phoenix-community',
        },
        person: { name: '王登记', phone: '', roles: [...ROLES] },
        passphrase: PASSPHRASE,
      },
    ]);
    expect(title()).toBe('把恢复密钥印出来');
  });

  it('takes duties away and wants at least one', async () => {
    open();
    await sayOffice();
    await fill('姓名', '王登记');
    for (const box of screen.getAllByRole('checkbox')) await user.click(box);
    await press('下一步：恢复密钥');
    expect(screen.getByText('至少勾一样职责')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: '登记员' }));
  });

  it('says how strong the passphrase is while it is typed', async () => {
    open();
    await sayOffice();
    const strength = screen.getByRole('status', { name: '口令牢不牢' });
    await user.type(field('口令'), '门口石榴');
    expect(strength.textContent).toBe('太短至少 10 个字');
    await user.type(field('口令'), '树三棵半还在');
    expect(strength.textContent).toBe('够牢再加一个词更牢');
  });

  it('notices when the two passphrases differ', async () => {
    open();
    await sayOffice();
    await fill('姓名', '王登记');
    await fill('口令', PASSPHRASE);
    await fill('再写一遍', '门口石榴树');
    await user.keyboard('{Enter}');
    expect(field('再写一遍').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('两遍不一样，再写一遍')).toBeTruthy();
    expect(shell.begun).toEqual([]);
  });

  it('shows at the field what the keyring says against a passphrase', async () => {
    shell.beginRefused = { code: 'keys/passphrase-name' };
    open();
    await sayOffice();
    await sayPerson();
    await waitFor(() => expect(document.activeElement).toBe(field('口令')));
    expect(screen.getByText(/^口令里不能只有姓名或单位名/)).toBeTruthy();
    shell.beginRefused = null;
    await user.type(field('口令'), '了');
    await user.type(field('再写一遍'), '了{Enter}');
    expect(title()).toBe('把恢复密钥印出来');
  });

  it('answers three questions when the disk refuses', async () => {
    shell.beginRefused = { code: 'storage/disk-full' };
    open();
    await sayOffice();
    await sayPerson();
    expect(screen.getByText('没有往下走')).toBeTruthy();
    expect(screen.getByText('硬盘满了，没有存上')).toBeTruthy();
    expect(field('姓名').value).toBe('王登记');
  });
});

describe('the recovery key', () => {
  it('is shown in its groups and printed with Ctrl+P', async () => {
    await reachKey();
    const groups = within(screen.getByRole('list', { name: '恢复密钥' })).getAllByRole('listitem');
    expect(groups.map(group => group.textContent)[2]).toBe('第 3 组 9XHE');
    await screen.findByRole('button', { name: '印 1 份' });
    await user.keyboard('{Control>}p{/Control}');
    expect(await screen.findByText('已印 1 次，09:22，前台激光打印机')).toBeTruthy();
    await press('再印 1 份');
    expect(await screen.findByText('已印 2 次，09:22，前台激光打印机')).toBeTruthy();
    expect(shell.printed).toEqual(['front', 'front']);
  });

  it('goes to the printer that was chosen', async () => {
    shell.printers = [...shell.printers, { ...FRONT, name: 'back', label: '里屋打印机', isDefault: false }];
    await reachKey();
    await user.selectOptions(await screen.findByRole('combobox', { name: '打印机' }), '里屋打印机');
    await press('印 1 份');
    expect(shell.printed).toEqual(['back']);
  });

  it('can be saved where there is no printer', async () => {
    shell.printers = [];
    await reachKey();
    await user.click(await screen.findByRole('button', { name: '存成 PDF' }));
    expect(shell.printed).toEqual([null]);
    expect(await screen.findByText('已存到 /U盘/恢复密钥.pdf。印完就把文件删掉。')).toBeTruthy();
  });

  it('says why it was not printed', async () => {
    shell.printRefused = { code: 'printing/printer-unknown' };
    await reachKey();
    await user.click(await screen.findByRole('button', { name: '印 1 份' }));
    expect((await screen.findByRole('alert')).textContent).toContain('找不到这台打印机');
  });

  it('must be typed from the paper, and every group says how it stands', async () => {
    await reachKey();
    await user.type(field('填第 3 组'), '9xhe');
    expect(field('填第 3 组').value).toBe('9XHE');
    expect(screen.getByText('第 3 组对了')).toBeTruthy();
    await user.type(field('填第 6 组'), '3j');
    expect(screen.getByText('第 6 组还差 2 个字')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(title()).toBe('把恢复密钥印出来');
    expect(document.activeElement).toBe(field('填第 6 组'));
    await user.type(field('填第 6 组'), 'yb');
    expect(screen.getByText('第 6 组不对，再看一遍纸')).toBeTruthy();
    await user.type(field('填第 6 组'), '{Backspace}a{Enter}');
    expect(title()).toBe('都准备好了');
  });

  it('stays the same while nothing before it is changed, and says when it is new', async () => {
    await reachKey();
    await user.click(await screen.findByRole('button', { name: '印 1 份' }));
    await press('上一步');
    await press('下一步：恢复密钥');
    expect(shell.begun).toHaveLength(1);
    expect(screen.queryByText(/换了新的/)).toBeNull();
    await press('上一步');
    await user.type(field('电话'), '0371');
    await user.keyboard('{Enter}');
    expect(shell.begun).toHaveLength(2);
    expect(screen.getByText(/换了新的。刚才印的那张作废/)).toBeTruthy();
  });
});

describe('the last page', () => {
  it('shows everything once more and founds the office with one Enter', async () => {
    await reachKey();
    await prove();
    expect(screen.getAllByRole('definition').map(value => value.textContent)).toEqual([
      '凤凰社区居委会',
      'PHX-0371',
      '凤社〔2026〕0001号',
      '王登记',
      '登记员、承办人、负责人、档案统计员、管理员',
      '没有在这里印，照着手抄了',
    ]);
    await user.keyboard('{Enter}');
    expect(shell.finished).toEqual([{ 3: '9XHE', 6: '3JYA' }]);
  });

  it('keeps everything when founding is refused', async () => {
    shell.finishRefused = { code: 'storage/disk-full' };
    await reachKey();
    await prove();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getByText('凤凰社区居委会')).toBeTruthy();
    shell.finishRefused = null;
    await press('开始使用');
    expect(shell.finished).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

it('speaks English from the first page to the last', async () => {
  renderUi(shell.around(<FirstRunPage procedures={PROCEDURES} />), { language: 'en' });
  await fill('Full name of the office', 'Phoenix Community');
  await fill('Office code', 'phx-0371');
  await user.keyboard('{Enter}');
  await fill('Name', 'Wang');
  await fill('Passphrase', 'phoenix desk 2026 ledger');
  await fill('Once more', 'phoenix desk 2026 ledger');
  await user.keyboard('{Enter}');
  await fill('Type group 3', '9xhe');
  await fill('Type group 6', '3jya');
  await user.keyboard('{Enter}');
  expect(title()).toBe('Everything is ready');
  expect(document.body.textContent).not.toMatch(/\p{Script=Han}/u);
});
