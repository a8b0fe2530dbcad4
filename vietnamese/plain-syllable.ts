const plainSyllable = /^(?:[bcdhklmnprstv]|ch|gh|gi?|kh|ngh?|nh|ph|qu|th|tr|x)?[aeiouy]{1,3}(?:ch?|m|n[gh]?|p|t)?$/;

/** Whether lower-case letters without marks have the form of a Vietnamese syllable: "nghieng" has, "node" has not. */
export function isPlainSyllable(letters: string): boolean {
  return plainSyllable.test(letters);
}
