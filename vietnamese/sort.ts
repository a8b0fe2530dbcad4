const collator = new Intl.Collator('vi', { numeric: true });

/** Compares two names in the order of a Vietnamese dictionary. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b);
}
