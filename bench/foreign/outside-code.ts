/** Fenced blocks up to their end or the end of the text, then code spans. */
const codePattern =
  /^[ \t>]*(`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?(?:^[ \t>]*\1[`~]*[ \t]*$|(?![\s\S]))|$)|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?[^`]\2(?!`)/gm;

/** A Markdown text with the parts outside code, and optionally the code, replaced. */
export function mapOutsideCode(
  markdown: string,
  outside: (text: string) => string,
  code: (text: string) => string = (text) => text,
): string {
  let [result, end] = ['', 0];
  for (const { 0: found, index } of markdown.matchAll(codePattern)) {
    result += outside(markdown.slice(end, index)) + code(found);
    end = index + found.length;
  }
  return result + outside(markdown.slice(end));
}
