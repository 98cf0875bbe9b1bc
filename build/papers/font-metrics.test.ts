import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fontMetricsSource, METRICS_FILE } from './font-metrics.ts';

describe('the metrics of fonts', () => {
  it('are those of the fonts that are shipped', async () => {
    expect(await fontMetricsSource()).toBe(await readFile(METRICS_FILE, 'utf8'));
  });
});
