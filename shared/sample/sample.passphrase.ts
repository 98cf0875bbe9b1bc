/** Of everybody in the sample office. Its lock page shows it: there is nothing real to be protected. */
export const SAMPLE_PASSPHRASE = 'yangben 2026 suibian shi';
