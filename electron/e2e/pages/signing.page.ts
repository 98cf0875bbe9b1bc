import type { Locator, Page } from '@playwright/test';
import { RefusedOnScreen } from './refused.ts';

export interface PadWords {
  /** A place of the form by its words; the first one that is free otherwise. */
  readonly place?: string | undefined;
  /** Says that with this one all who must have signed. */
  readonly complete?: boolean | undefined;
}

/** Strokes of a made-up hand, in parts of the field. */
const HAND: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0.15, 0.35],
    [0.4, 0.3],
  ],
  [
    [0.27, 0.15],
    [0.28, 0.45],
    [0.2, 0.75],
    [0.12, 0.85],
  ],
  [
    [0.28, 0.45],
    [0.34, 0.65],
    [0.42, 0.8],
  ],
  [
    [0.55, 0.25],
    [0.7, 0.2],
    [0.6, 0.5],
    [0.75, 0.45],
    [0.7, 0.75],
    [0.55, 0.85],
  ],
  [
    [0.82, 0.2],
    [0.82, 0.8],
    [0.78, 0.72],
  ],
];

/** Signing on the screen, from the paper that is open. */
export class SigningPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: /^(先看要签的文书|签字)：/ });
  }

  get field(): Locator {
    return this.dialog.getByRole('img', { name: /签字的地方$/ });
  }

  async begin(signer: string, place?: string): Promise<void> {
    await this.page.getByRole('button', { name: '在屏上签字' }).click();
    await this.dialog.getByRole('group', { name: '要印的各页' }).waitFor();
    if (place !== undefined)
      await this.dialog.getByRole('combobox', { name: '签在哪里' }).selectOption({ label: place });
    await this.dialog.getByRole('textbox', { name: '签字人姓名' }).fill(signer);
    await this.dialog.getByRole('button', { name: '看过了，去签字' }).click();
    await this.field.waitFor();
  }

  /** Writes with the mouse. */
  async write(strokes = HAND): Promise<void> {
    const { mouse } = this.page;
    // It has come to rest and nothing lies over it.
    await this.field.hover();
    const box = await this.field.boundingBox();
    if (!box) throw new Error('no field to sign in');
    for (const stroke of strokes) {
      for (const [index, [x, y]] of stroke.entries()) {
        const at = [box.x + x * box.width, box.y + y * box.height] as const;
        if (index === 0) {
          await mouse.move(...at);
          await mouse.down();
        } else await mouse.move(...at, { steps: 8 });
      }
      await mouse.up();
    }
  }

  async done(): Promise<void> {
    await this.dialog.getByRole('button', { name: '签好了' }).click();
    await Promise.race([
      this.dialog.waitFor({ state: 'detached' }),
      this.dialog.getByRole('alert').waitFor(),
    ]);
    if ((await this.dialog.count()) > 0)
      throw new RefusedOnScreen(await this.dialog.getByRole('alert').innerText());
  }

  async sign(signer: string, { place, complete = false }: PadWords = {}): Promise<void> {
    await this.begin(signer, place);
    await this.write();
    const whole = this.dialog.getByRole('checkbox', { name: '签完这一处，该签的就都签了' });
    if (complete && (await whole.count()) > 0) await whole.check();
    await this.done();
  }
}
