import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const colorsOf = (block: string): Record<string, string> =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );

const [lightBlock = '', darkBlock = ''] = css.split("[data-mantine-color-scheme='dark']");
const schemes = { light: colorsOf(lightBlock), dark: colorsOf(darkBlock) };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => parseInt(color.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return red * 0.2126 + green * 0.7152 + blue * 0.0722;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Text first, then what it stands on, then the least contrast allowed: 4.5 for text, 3 for controls and focus. */
const pairs: readonly (readonly [string, string, number])[] = [
  ...['sheet', 'ground', 'tint', 'mark', 'brand-tint'].map(on => ['ink', on, 7] as const),
  ...['sheet', 'ground', 'tint', 'brand-tint'].map(on => ['ink2', on, 4.5] as const),
  ...['sheet', 'ground', 'tint', 'brand-tint', 'soon-tint', 'over-tint'].map(
    on => ['ink3', on, 4.5] as const,
  ),
  ...['sheet', 'ground', 'tint', 'brand-tint'].map(on => ['brand', on, 4.5] as const),
  ...['brand', 'brand-hover'].map(on => ['on-brand', on, 4.5] as const),
  ...['sheet', 'ground', 'tint', 'over-tint', 'brand-tint'].map(on => ['over', on, 4.5] as const),
  ...['sheet', 'ground', 'tint', 'soon-tint', 'brand-tint'].map(on => ['soon', on, 4.5] as const),
  ...['sheet', 'ground', 'tint', 'ok-tint', 'brand-tint'].map(on => ['ok', on, 4.5] as const),
  ['on-over', 'over', 4.5],
  ['on-soon', 'soon', 4.5],
  ['ink', 'soon-tint', 4.5],
  ['ink', 'over-tint', 4.5],
  ['sheet', 'ink2', 4.5],
  ['sheet', 'ink', 4.5],
  ...['sheet', 'ground', 'tint'].map(on => ['edge', on, 3] as const),
  ...['sheet', 'ground', 'tint', 'brand-tint', 'soon-tint', 'over-tint'].map(on => ['focus', on, 3] as const),
];

describe('the colours', () => {
  it('have the same names in both schemes', () => {
    expect(Object.keys(schemes.dark).sort()).toEqual(Object.keys(schemes.light).sort());
    expect(Object.keys(schemes.light)).toContain('brand');
  });

  describe.each(['light', 'dark'] as const)('in the %s scheme', scheme => {
    it.each(pairs)('show %s on %s with a contrast of at least %d', (front, back, least) => {
      const colors = schemes[scheme];
      expect(contrast(colors[front] ?? '', colors[back] ?? '')).toBeGreaterThanOrEqual(least);
    });
  });
});
