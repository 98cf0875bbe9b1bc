import type { SignSpace } from '../paper.model.ts';
import { runsHtml } from './runs.html.ts';

export const signHtml = (space: SignSpace): string =>
  `<p class="sign-label">${runsHtml(space.label)}</p>${
    space.date ? `<p class="sign-date">${runsHtml(space.date)}</p>` : ''
  }`;
