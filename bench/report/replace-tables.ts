/**
 * A Markdown document with other tables: each replaces what stands between `<!-- NAME -->` and `<!-- end of NAME -->`.
 * Throws an error if a table has no such pair of comments.
 */
export function replaceTables(document: string, tables: Readonly<Record<string, string>>): string {
  return Object.entries(tables).reduce((text, [name, table]) => {
    const [before, rest, ...more] = text.split(`<!-- ${name} -->\n`);
    const end = rest?.indexOf(`<!-- end of ${name} -->`) ?? -1;
    if (rest === undefined || end === -1 || more.length > 0)
      throw new Error(`One place must be marked with <!-- ${name} --> and <!-- end of ${name} -->.`);
    return `${before}<!-- ${name} -->\n\n${table}\n${rest.slice(end)}`;
  }, document);
}
