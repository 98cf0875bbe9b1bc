import type { Page } from '@playwright/test';
import type { Effort } from './keystroke-level.ts';
import { pinyinKeys } from './pinyin.keys.ts';

/** A person at the keyboard, every key and every thought of whom is counted. */
export class CountedKeyboard {
  private readonly page: Page;
  private keys = 0;
  private thoughts = 0;

  constructor(page: Page) {
    this.page = page;
  }

  get effort(): Effort {
    return { keys: this.keys, thoughts: this.thoughts };
  }

  /** A command is made up in the mind first: `F9`, `Control+N`. */
  async command(chord: string): Promise<void> {
    this.thoughts++;
    await this.press(chord);
  }

  /** Goes on with Tab until the field of this name has the focus: one thought, and none where it is there already. */
  async tabTo(label: string): Promise<void> {
    if ((await this.focused()) !== label) this.thoughts++;
    for (let tabs = 0; tabs < 20; tabs++) {
      if ((await this.focused()) === label) return;
      await this.press('Tab');
    }
    throw new Error(`Tab 走不到“${label}”`);
  }

  /** Figures, a key each. */
  async figures(text: string): Promise<void> {
    for (const key of text) await this.press(key);
  }

  /** Chinese, as an input method hands it over when its keys have been pressed. */
  async chinese(text: string): Promise<void> {
    this.keys += pinyinKeys(text);
    await this.page.keyboard.insertText(text);
  }

  private async press(chord: string): Promise<void> {
    this.keys += chord.split('+').length;
    await this.page.keyboard.press(chord);
  }

  private focused(): Promise<string> {
    return this.page.evaluate(() => {
      const control = document.activeElement as HTMLInputElement | null;
      const named = control?.getAttribute('aria-labelledby');
      const label = named ? document.getElementById(named) : control?.labels?.[0];
      return label?.textContent.trim() ?? '';
    });
  }
}
