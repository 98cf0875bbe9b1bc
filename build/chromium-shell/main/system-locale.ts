/** The language of the desktop as a BCP 47 tag, from the variables that POSIX systems keep it in. */
export function systemLocale(env: Readonly<Record<string, string | undefined>>): string {
  const set = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const [language = ''] = set.split(/[.@]/);
  return /^[a-z]{2,3}(_[A-Z]{2})?$/.test(language) ? language.replace('_', '-') : 'en-US';
}
