import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { fillForm, type Fields } from './form.page.ts';
import { RefusedOnScreen } from './refused.ts';
import { SigningPage, type PadWords } from './signing.page.ts';

export interface ShownDeadline {
  readonly name: string;
  /** As it stands on the screen: 10月19日（周一）前. Empty where no day is known. */
  readonly words: string;
  /** The same day in figures, as the page tells a machine; null where no day is known. */
  readonly due: string | null;
}

/** What is written when a step is taken: fields by their labels, or whatever fills the form. */
export type StepEntries = Fields | ((form: Locator) => Promise<void>);

export interface StepWords {
  /** The words of the ground that is chosen. */
  readonly ground?: string | undefined;
  readonly reason?: string | undefined;
  /** How long the step is waited for until it counts as not offered. */
  readonly offeredMs?: number | undefined;
}

export interface Unsigned {
  readonly act: '不签字办理' | '申请不签字办理';
  readonly cause: '本人拒绝签字' | '联系不上本人' | '其他原因';
  readonly reason: string;
}

/** How long an act that was just done may take to reach the buttons, on a slow machine. */
const FOLLOWS_MS = 10_000;

/** One case as a person sees it. */
export class CasePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A section of the side column by its title. */
  section(title: string): Locator {
    return this.page.getByRole('complementary').getByRole('region', { name: title, exact: true });
  }

  stepButton(name: string): Locator {
    return this.section('下一步').getByRole('button', { name, exact: true });
  }

  /** Takes a step by its visible name, filling what it asks for. */
  async step(
    name: string,
    entries: StepEntries,
    { ground, reason, offeredMs = FOLLOWS_MS }: StepWords = {},
  ): Promise<void> {
    const button = this.stepButton(name).first();
    await this.section('下一步').getByText(/\S/).first().waitFor();
    if ((await button.count()) === 0) await button.waitFor({ timeout: offeredMs }).catch(() => undefined);
    if ((await button.count()) === 0) throw new RefusedOnScreen(await this.section('下一步').innerText());
    await button.click();
    const form = this.page.getByRole('region', { name, exact: true });
    await form.waitFor();
    // What was written before and refused is a draft by now, and is no part of this attempt.
    const drop = form.getByRole('button', { name: '不要写的这些' });
    if ((await drop.count()) > 0) {
      await drop.click();
      await form.waitFor({ state: 'detached' });
      await button.click();
      await form.waitFor();
    }
    await (typeof entries === 'function' ? entries(form) : fillForm(form, entries));
    if (ground !== undefined)
      await form
        .getByRole('radiogroup', { name: '情形', exact: true })
        .getByRole('radio', { name: ground, exact: true })
        .check({ force: true });
    if (reason !== undefined) await form.getByRole('textbox', { name: /^(理由|说明)$/ }).fill(reason);
    await form.getByRole('button', { name, exact: true }).click();
    await Promise.race([
      form.waitFor({ state: 'detached' }),
      form.getByRole('alert').waitFor(),
      form.getByText('这一格还没填').first().waitFor(),
    ]);
    if ((await form.count()) > 0) throw new RefusedOnScreen(await form.innerText());
  }

  /** Leaves the step that is open. */
  async notNow(): Promise<void> {
    const leave = this.page.getByRole('main').getByRole('button', { name: '先不办' });
    if ((await leave.count()) > 0) await leave.first().click();
  }

  async note(text: string): Promise<void> {
    await this.page.getByLabel('记办理经过').fill(text);
    await this.page.getByRole('button', { name: '记下来' }).click();
    await this.page.getByRole('listitem').filter({ hasText: text }).first().waitFor();
  }

  /** 督办, as headquarters asks it: the whole panel, or one order in it by its words. */
  orders(text?: string): Locator {
    const panel = this.page.getByRole('region', { name: '督办', exact: true });
    return text === undefined ? panel : panel.getByRole('group').filter({ hasText: text }).first();
  }

  /** Answers the first order that waits for it. */
  async answerOrder(text: string): Promise<void> {
    const panel = this.orders();
    await panel.waitFor();
    await this.press(panel.getByRole('button', { name: '答复督办', exact: true }).first(), panel);
    const form = panel.getByRole('group', { name: '答复督办', exact: true });
    await form.getByRole('textbox', { name: '答复内容' }).fill(text);
    await form.getByRole('button', { name: '答复督办', exact: true }).click();
    await Promise.race([form.waitFor({ state: 'detached' }), form.getByRole('alert').waitFor()]);
    if ((await form.count()) > 0) throw new RefusedOnScreen(await form.innerText());
    await panel.getByText(text).first().waitFor();
  }

  state(): Promise<string> {
    return this.page.getByRole('status', { name: '状态' }).innerText();
  }

  /** The class of the case; null where its procedure knows none. */
  async severity(): Promise<string | null> {
    const shown = this.page.getByRole('status', { name: '等级' });
    return (await shown.count()) > 0 ? shown.innerText() : null;
  }

  async number(): Promise<string> {
    return this.page.locator('.case-number').innerText();
  }

  limit(name: string): Locator {
    return this.page.getByRole('region', { name: `${name}时限`, exact: true });
  }

  async deadlines(): Promise<readonly ShownDeadline[]> {
    const shown: ShownDeadline[] = [];
    for (const limit of await this.page.getByRole('region', { name: /时限$/ }).all()) {
      const name = await limit.getByRole('heading', { level: 2 }).innerText();
      const day = limit.locator('time');
      const known = (await day.count()) > 0;
      shown.push({
        name,
        words: known ? await day.first().innerText() : '',
        due: known ? await day.first().getAttribute('datetime') : null,
      });
    }
    return shown;
  }

  async extend(limit: string, reason: string): Promise<void> {
    const row = this.limit(limit);
    await this.press(row.getByRole('button', { name: '延期' }), row);
    await this.giveReason(row.getByRole('group', { name: '延期' }), '延期', reason);
  }

  /** Asks whoever approves it for more time. */
  async askExtension(limit: string, reason: string): Promise<void> {
    const row = this.limit(limit);
    await this.press(row.getByRole('button', { name: '申请延期' }), row);
    await this.giveReason(row.getByRole('group', { name: '申请延期' }), '申请延期', reason);
  }

  /** Asks to go on although a paper was not signed, or approves it where that is one's own to do. */
  async goOnUnsigned(form: string, { act, cause, reason }: Unsigned): Promise<void> {
    const line = await this.paper(form);
    await this.press(line.getByRole('button', { name: act, exact: true }), line);
    const group = line.getByRole('group', { name: act, exact: true });
    await group.getByRole('combobox', { name: '为什么没有签' }).selectOption({ label: cause });
    await this.giveReason(group, act, reason);
  }

  /** What waits for approval, by what it is called: 答复延期, 不予受理. */
  asked(what: string): Locator {
    return this.section('等批准').getByRole('group', { name: what, exact: true });
  }

  async answer(what: string, given: boolean, remark = ''): Promise<void> {
    const asked = this.asked(what);
    const act = given ? `批准${what}` : '不批';
    await this.press(
      asked.getByRole('button', { name: act, exact: true }),
      this.page.getByRole('complementary'),
    );
    const group = asked.getByRole('group', { name: act, exact: true });
    await this.fillReason(group, act, remark);
    await Promise.race([asked.waitFor({ state: 'detached' }), asked.getByRole('alert').waitFor()]);
    if ((await asked.count()) > 0) throw new RefusedOnScreen(await asked.innerText());
  }

  /** Puts the case into another class, by the class's name. */
  async classify(name: string, reason: string): Promise<void> {
    const section = this.section('等级');
    await section.getByRole('button', { name: '改等级' }).click();
    const form = section.getByRole('group', { name: '改等级' });
    await form.getByRole('combobox', { name: '等级' }).selectOption({ label: name });
    await this.giveReason(form, '改等级', reason);
  }

  /** A level of the ladder, by who it goes to, says that it has the case. */
  async takeOn(to: string): Promise<void> {
    const level = this.section('逐级升级').getByRole('listitem').filter({ hasText: to });
    await level.getByRole('button', { name: '已接手' }).click();
    await level.filter({ hasText: /\d 接手/ }).waitFor();
  }

  /** This case reports the same matter again as the one with that number. */
  async linkRepeat(number: string): Promise<void> {
    await (await this.other(number)).getByRole('button', { name: '记作重复反映' }).click();
    await this.section('同一件事').getByText(`和 ${number} 是同一件事`).waitFor();
  }

  async merge(number: string, reason: string): Promise<void> {
    const other = await this.other(number);
    await other.getByRole('button', { name: '并入那一件' }).click();
    await this.giveReason(other.getByRole('group', { name: '并入那一件' }), '并入那一件', reason);
  }

  /** What can be done with another case of the same matter, looked up by its number. */
  private async other(number: string): Promise<Locator> {
    const section = this.section('同一件事');
    await section.getByRole('textbox', { name: '另一件的编号' }).fill(number);
    await section.getByRole('button', { name: '找这一件' }).click();
    const found = section.getByRole('group', { name: number, exact: true });
    await found.last().waitFor();
    return found.last();
  }

  async confirm(item: string): Promise<void> {
    const button = this.section('案卷材料').getByRole('button', { name: `${item}已在卷里`, exact: true });
    await button.click();
    await button.waitFor({ state: 'detached' });
  }

  /** The line of a paper, by the id of its form; opens the list of the others if it stands there. */
  async paper(form: string): Promise<Locator> {
    const line = this.section('文书')
      .getByRole('listitem')
      .filter({ hasText: new RegExp(`(?<![A-Z0-9-])${form}(?![0-9A-Z])`) })
      .first();
    if ((await line.count()) === 0)
      await this.section('文书')
        .getByText(/^其他文书 \d+ 种$/)
        .click();
    return line;
  }

  /** Opens a paper; where it bears a covered identity, that is opened first, for the reason given. */
  async openPaper(form: string, reason = '出文书'): Promise<void> {
    await (await this.paper(form)).getByRole('button', { name: '看' }).click();
    const print = this.page.getByRole('button', { name: /^(打印 \d+ 份|存 PDF)/ }).first();
    const covered = this.page.getByText('打开身份以后才能看和打印');
    await print.or(covered).first().waitFor();
    if ((await covered.count()) > 0) await this.openIdentity(reason);
    await print.waitFor();
  }

  get identityButton(): Locator {
    return this.page.getByRole('main').getByRole('button', { name: '打开身份', exact: true });
  }

  /** Opens the covered identity of the case, on its page or on one of its papers. */
  async openIdentity(reason: string): Promise<void> {
    await this.identityButton.click();
    const form = this.page.getByRole('group', { name: '打开身份' });
    await form.getByRole('textbox', { name: '打开的理由' }).fill(reason);
    await form.getByRole('button', { name: '打开身份', exact: true }).click();
    await Promise.race([form.waitFor({ state: 'detached' }), form.getByRole('alert').waitFor()]);
    if ((await form.count()) > 0) throw new RefusedOnScreen(await form.innerText());
  }

  /** The same where it is covered; nothing where it is open or there is none. */
  async uncover(reason: string): Promise<void> {
    if ((await this.identityButton.count()) > 0) await this.openIdentity(reason);
  }

  /** What is known of the case, as it stands on its page. */
  get content(): Locator {
    return this.page.getByRole('region', { name: '登记内容', exact: true });
  }

  /** The form a correction is written in. */
  get correction(): Locator {
    return this.page.getByRole('region', { name: '更正登记内容', exact: true });
  }

  async beginCorrection(): Promise<void> {
    await this.content.getByRole('button', { name: /^(接着)?更正$/ }).click();
    await this.correction.waitFor();
  }

  async saveCorrection(reason?: string): Promise<void> {
    const form = this.correction;
    // A procedure may have a field of that name; the reason of the correction stands below the form.
    const reasons = form.getByRole('textbox', { name: '理由', exact: true });
    if (reason !== undefined) await reasons.last().fill(reason);
    await form.getByRole('button', { name: '存更正', exact: true }).click();
    await Promise.race([
      form.waitFor({ state: 'detached' }),
      form.getByRole('alert').waitFor(),
      form.getByText('这一格还没填').first().waitFor(),
    ]);
    if ((await form.count()) > 0) throw new RefusedOnScreen(await form.innerText());
  }

  /** Corrects what was registered, by labels. */
  async correct(entries: StepEntries, reason?: string): Promise<void> {
    await this.beginCorrection();
    await (typeof entries === 'function' ? entries(this.correction) : fillForm(this.correction, entries));
    await this.saveCorrection(reason);
  }

  /** The paper that is open is set and the printers of the PC are known: only then a key prints. */
  async canPrint(): Promise<void> {
    await this.page.getByRole('button', { name: /^打印 \d+ 份/, disabled: false }).waitFor();
  }

  /** Prints the paper that is open and waits until the screen says so. */
  async print(copies?: number): Promise<void> {
    const act = this.page.getByRole('button', { name: /^打印 \d+ 份/ });
    await act.waitFor();
    if (copies !== undefined) await this.page.getByRole('textbox', { name: '份数' }).fill(String(copies));
    await act.click();
    await this.page
      .getByRole('status')
      .filter({ hasText: /已送打印机|已打印|印了|记下/ })
      .first()
      .waitFor();
  }

  /** Saves the paper that is open as a Word file and answers what the screen says of it. */
  async saveAsWord(): Promise<string> {
    const column = this.section('要改的话');
    await column.getByRole('button', { name: '另存为 Word' }).click();
    const said = column.getByRole('status').filter({ hasText: /存/ });
    await said.waitFor();
    return said.innerText();
  }

  /** Where a file takes the place of the paper that is open. */
  get outside(): Locator {
    return this.section('用改好的文件代替');
  }

  /** Replaces the paper that is open by a file. */
  async replaceBy(
    file: string,
    reason: string,
    { printed = false }: { readonly printed?: boolean } = {},
  ): Promise<void> {
    const open = this.outside.getByRole('button', { name: '用改好的文件代替…' });
    const form = this.outside.getByRole('group', { name: '用改好的文件代替' });
    await open.or(form).first().waitFor();
    if ((await open.count()) > 0) await open.click();
    const chooser = this.page.waitForEvent('filechooser');
    await form.getByRole('button', { name: '选文件', exact: true }).click();
    await (await chooser).setFiles(file);
    await form.getByText(path.basename(file), { exact: false }).waitFor();
    await form.getByRole('textbox', { name: '为什么代替' }).fill(reason);
    await form.getByRole('checkbox', { name: '已经在别处印好了' }).setChecked(printed);
    await form.getByRole('button', { name: '代替这一份', exact: true }).click();
    await Promise.race([
      form.waitFor({ state: 'detached', timeout: 60_000 }),
      form.getByRole('alert').waitFor({ timeout: 60_000 }),
    ]);
    if ((await form.count()) > 0) throw new RefusedOnScreen(await form.innerText());
    await this.page.getByText('这是外来文件，不是本程序排印的').waitFor();
  }

  /** From a paper to its case. */
  async backToCase(): Promise<void> {
    await this.page.getByRole('button', { name: '回案件' }).click();
    await this.page.getByRole('status', { name: '状态' }).waitFor();
  }

  async cameBackSigned(form: string): Promise<void> {
    const line = await this.paper(form);
    await line.getByRole('button', { name: '签字件收回来了' }).click();
    await line.getByText('已签回').waitFor();
  }

  /** Signs a paper on the screen and comes back to the case. */
  async signOnPad(form: string, signer: string, words: PadWords = {}): Promise<void> {
    await this.openPaper(form);
    await new SigningPage(this.page).sign(signer, words);
    await this.backToCase();
  }

  async voidPaper(form: string, reason: string): Promise<void> {
    const line = await this.paper(form);
    await line.getByRole('button', { name: '作废' }).click();
    await this.giveReason(line.getByRole('group', { name: '作废' }), '作废', reason);
  }

  /** Where the screen does not offer it, it says why. */
  private async press(button: Locator, within: Locator): Promise<void> {
    await button.waitFor({ timeout: FOLLOWS_MS }).catch(() => undefined);
    if ((await button.count()) === 0) throw new RefusedOnScreen(await within.innerText());
    await button.click();
  }

  private async fillReason(form: Locator, act: string, reason: string): Promise<void> {
    await form.getByRole('textbox', { name: /^(理由|说明)$/ }).fill(reason);
    await form.getByRole('button', { name: act, exact: true }).click();
  }

  private async giveReason(form: Locator, act: string, reason: string): Promise<void> {
    await this.fillReason(form, act, reason);
    await Promise.race([form.waitFor({ state: 'detached' }), form.getByRole('alert').waitFor()]);
    if ((await form.count()) > 0) throw new RefusedOnScreen(await form.innerText());
  }
}
