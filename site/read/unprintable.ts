/** Characters no page or feed may hold: controls but tab and line ends, halves of pairs, noncharacters (Unicode §23.7, XML 1.0 §2.2). */
const pattern = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** They and some more, sought first: without properties of letters that is ten times as fast. */
const doubtful = /[^\t\n\r -~\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD]/;

/** Where the first character stands that cannot be printed; undefined when there is none. */
export function unprintable(text: string): number | undefined {
  return doubtful.test(text) ? pattern.exec(text)?.index : undefined;
}
