/** Fenced blocks up to their end or the end of the text, then code spans, which end with their block. */
const codePattern =
  /^[ \t>]*(?:(?:[*+-]|\d+[.)])[ \t]+)*(`{3,}(?![^\n]*`)|~{3,})[^\n]*(?:\n[\s\S]*?(?:^[ \t>]*\1[`~]*[ \t]*$|(?![\s\S]))|$)|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*(?:\n|[*+>#-]|\d+[.)]))[\s\S])*?[^`]\2(?!`)/gm;

/** Stands for a character of code. */
export const codeMark = '\uFFFC';

/** A Markdown text in which every character of code is the mark, but for the first line of a fence and line ends. */
export function maskCode(markdown: string): string {
  return markdown.replaceAll(codePattern, (code, fence?: string) => {
    const firstLine = fence ? (/^[^\n]*/.exec(code)?.[0] ?? '') : '';
    return firstLine + code.slice(firstLine.length).replaceAll(/[^\n]/g, codeMark);
  });
}
