import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { pictureBlockNames } from '#site/markdown/picture-blocks.ts';
import { type Repair, repair, replacement } from './repair.ts';

const opening = /^ {0,3}:{3,20}[ \t]{0,9}([a-z][\w-]{0,20})(?![\w-])/i;
const notices =
  /^(tip|info|note|warning|danger|caution|important|success|details|hint|attention|spoiler|collapse|toggle|quote|example|question)$/i;

const fenceLine = /^[ \t]*(?:`{3}|~{3})/;

/** Notices and groups of code of other generators, "::: tip Tựa" to ":::", which have no blocks here: the text stays, the title in bold. */
export function repairContainers(body: ParsedBody): Repair[] {
  const { lines, lineStarts, tokens } = body;
  if (!body.text.includes(':::')) return [];
  const code = tokens.filter(({ type }) => type === 'fence' || type === 'code_block');
  const isCode = (line: number) => code.some(({ map }) => map && map[0] <= line && line < map[1]);
  const open: { readonly line: number; readonly name: string; readonly title: string }[] = [];
  // A picture block has no code in it.
  const isText = (start: { readonly line: number; readonly name: string }, end: number) =>
    notices.test(start.name) || lines.slice(start.line + 1, end).some((text) => fenceLine.test(text));
  return lines.flatMap((text, line) => {
    const [found, name = ''] = opening.exec(text) ?? [];
    if (isCode(line)) return [];
    if (found) open.push({ line, name, title: titleOf(text.slice(found.length)) });
    const isClosing = text.trim().length > 2 && text.replaceAll(':', '').trim() === '';
    const start = isClosing ? open.pop() : undefined;
    if (!start || pictureBlockNames.includes(start.name) || !isText(start, line)) return [];
    const lineEdit = (index: number, written: string) => {
      const from = lineStarts[index] ?? 0;
      return replacement(from, from + (lines[index]?.length ?? 0), written);
    };
    const problem = {
      rule: 'markdown',
      wrong: `“::: ${start.name}” của chương trình khác in ra như chữ thường`,
      remedy: 'xóa dòng ấy và dòng ::: đóng nó',
    } as const;
    const edits = [lineEdit(start.line, start.title ? `**${start.title}**\n` : ''), lineEdit(line, '')];
    return [repair(problem, lineStarts[start.line] ?? 0, ...edits)];
  });
}

/** The title of a notice, written as " Tựa", "[Tựa]", " **Tựa**" or with options after it: " Tựa {open}" */
function titleOf(written: string): string {
  const [title = ''] = written.split('{', 1);
  // The title is bold by itself.
  return title
    .replace(/^\s*\[|\]\s*$/g, '')
    .replaceAll('**', '')
    .trim();
}
