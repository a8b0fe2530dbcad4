/** The order of two texts by the bytes of their UTF-8, as SQLite has it; `<` compares UTF-16. */
export function compareBytes(a: string, b: string): number {
  return Buffer.from(a).compare(Buffer.from(b));
}
