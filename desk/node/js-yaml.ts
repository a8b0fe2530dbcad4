/** For gray-matter, which is given a parser of its own and never calls this one. */
export function safeLoad(): never {
  throw new Error('js-yaml is not part of the desk.');
}

/** The same for writing. */
export const safeDump = safeLoad;
