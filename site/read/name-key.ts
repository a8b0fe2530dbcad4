/** What names that look the same have in common, whatever their Unicode form, spaces, hyphens and hidden characters. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .trim();
}

/** The same for names that differ at most in letter case. */
export function caselessNameKey(name: string): string {
  return nameKey(name).toLowerCase();
}
