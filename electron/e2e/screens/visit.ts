import { OFFICE, type OpenOffice } from '../office.ts';
import { setPreferences, setType, type Look } from './looks.ts';
import type { SampleOffice } from './sample.office.ts';
import { leaveScreen, SCREENS, type Screen } from './screens.ts';

export interface Visit {
  readonly office: OpenOffice;
  readonly sample: SampleOffice;
  readonly look: Look;
  readonly onScreen: (screen: Screen) => Promise<void>;
}

/** Goes to every screen of an open office in one look; ends at the lock. */
export async function visitScreens({ office, sample, look, onScreen }: Visit): Promise<void> {
  const { page } = office;
  await setPreferences(page, look);
  await unlock(office);
  await setType(page, look);
  for (const screen of SCREENS) {
    await screen.show(office, sample);
    await onScreen(screen);
    await leaveScreen(office);
  }
}

/** In either language. */
async function unlock({ page }: OpenOffice): Promise<void> {
  const passphrase = page.getByRole('textbox', { name: new RegExp(OFFICE.person) });
  await passphrase.fill(OFFICE.passphrase);
  await passphrase.press('Enter');
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 60_000 });
  await page.getByRole('main').waitFor();
}
