import type { Page } from '@playwright/test';

/** In the place of the rail, where the type is large. */
export const MENU = /^(菜单|Menu)$/;

/** How a screen is looked at. */
export interface Look {
  readonly id: string;
  readonly language: 'zh-CN' | 'en';
  readonly largeType?: boolean;
  readonly scheme?: 'light' | 'dark';
  /** In per cent of the type of the system. */
  readonly type?: number;
}

/** Chinese as it comes, then what must hold as well. */
export const LOOKS: readonly Look[] = [
  { id: 'zh', language: 'zh-CN' },
  { id: 'zh-200', language: 'zh-CN', type: 200 },
  { id: 'zh-large', language: 'zh-CN', largeType: true },
  { id: 'zh-dark', language: 'zh-CN', scheme: 'dark' },
  { id: 'en', language: 'en' },
  { id: 'en-200', language: 'en', type: 200 },
];

/** Sets what the person can set, and begins the window anew: it is locked then. */
export async function setPreferences(page: Page, look: Look): Promise<void> {
  const { language, largeType = false, scheme = 'light' } = look;
  await page.evaluate(
    async chosen => {
      const { desk } = window as unknown as {
        desk: { app: { preferences: (next: typeof chosen) => Promise<unknown> } };
      };
      await desk.app.preferences(chosen);
    },
    { language, largeType, scheme, toured: true },
  );
  await page.reload();
}

/** The type of the system is another. To be set again after the window began anew. */
export async function setType(page: Page, { type = 100 }: Look): Promise<void> {
  await page.evaluate(
    size => document.documentElement.style.setProperty('font-size', size === 100 ? '' : `${size}%`),
    type,
  );
  // The rail makes room for the page, which the window notices a little later.
  if (type >= 200) await page.getByRole('button', { name: MENU }).waitFor();
}
