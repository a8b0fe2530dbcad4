import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { pictureBlockNames } from '#site/markdown/picture-blocks.ts';
import { type Repair, repair, replacement } from './repair.ts';

const opening = /^ {0,3}:{3,}\s*([a-z][\w-]*)(?:\[([^\]]*)\]|\s+([^{}]*))?(?:\{.*\})?\s*$/i;
const closing = /^ {0,3}:{3,}\s*$/;
const notices = /^(tip|info|note|warning|danger|caution|important|success|details|hint|attention)$/i;

/** Notices of other generators, "::: tip Tựa" to ":::", which have no blocks here: the text stays, the title in bold. */
export function repairContainers(body: ParsedBody): Repair[] {
  const { lines, lineStarts, tokens } = body;
  if (!body.text.includes(':::')) return [];
  const code = tokens.filter(({ type }) => type === 'fence' || type === 'code_block');
  const isCode = (line: number) => code.some(({ map }) => map && map[0] <= line && line < map[1]);
  const open: { readonly line: number; readonly name: string; readonly title: string }[] = [];
  return lines.flatMap((text, line) => {
    const [found, name = '', label, rest] = opening.exec(text) ?? [];
    if (isCode(line)) return [];
    if (found) open.push({ line, name, title: (label ?? rest ?? '').trim() });
    const start = closing.test(text) ? open.pop() : undefined;
    if (!start || pictureBlockNames.includes(start.name) || !notices.test(start.name)) return [];
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
