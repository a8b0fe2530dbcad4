import type { Problem } from '#news/rule.ts';
import type { TextEdit } from '#site/finding.ts';
import type { InlinePart } from '#site/markdown/inline-parts.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { pictureBlockOf } from '#site/markdown/picture-blocks.ts';
import { isSuppressionComment } from '#site/suppression-comment.ts';
import { htmlBlocks } from './html-blocks.ts';
import { type Repair, replacement } from './repair.ts';

interface Comment extends TextEdit {
  readonly content: string;
}

/** Marks that programs write as comments; no person needs them. */
const programComment =
  /^\s*(?:$|more\b|excerpt|truncate|toc\b|\/?wp:|\[if\b|<!\[endif|start-?fragment|end-?fragment|markdownlint|prettier|\[endif)/i;

/** Leaves comments out. What a person noted stays in the file. */
export function repairComments(body: ParsedBody): Repair[] {
  if (!body.text.includes('<!--')) return [];
  const comments = [
    ...htmlBlocks(body).flatMap(({ html, offset }) => commentsIn(body.text, offset, offset + html.length)),
    ...inlineHtml(body).flatMap(({ start, end }) => commentsIn(body.text, start, end)),
    ...body.tokens.filter(pictureBlockOf).flatMap(({ map }) => {
      const start = body.lineStarts[map?.[0] ?? 0] ?? 0;
      return commentsIn(body.text, start, start + (body.lines[map?.[0] ?? 0] ?? '').length);
    }),
  ];
  const silent = comments.filter(({ content }) => isSuppressionComment(content));
  const others = comments.filter((comment) => !silent.includes(comment));
  const byProgram = others.filter(({ content }) => programComment.test(content));
  const byPerson = others.filter((comment) => !byProgram.includes(comment));
  return [
    ...(silent.length > 0 ? [{ edits: silent, fixable: false }] : []),
    ...commentRepair(byProgram, true),
    ...commentRepair(byPerson, false),
  ];
}

function commentRepair(comments: readonly Comment[], fixable: boolean): Repair[] {
  const [first] = comments;
  if (!first) return [];
  const count = comments.length > 1 ? `${comments.length} ` : '';
  const problem: Problem = {
    rule: 'ghi-chu',
    wrong: `${count}ghi chú <!-- … --> không in ra`,
    remedy: fixable ? 'xóa đi' : 'không cần nữa thì xóa đi',
  };
  return [{ edits: comments, fixable, told: { ...problem, offset: first.offset } }];
}

function commentsIn(text: string, from: number, to: number): Comment[] {
  const comments: Comment[] = [];
  for (let start = text.indexOf('<!--', from); start >= 0 && start < to; start = text.indexOf('<!--', start)) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0 || end > to) break;
    const content = text.slice(start + 4, end);
    comments.push({ ...replacement(startOfSpace(text, start, end + 3), end + 3, ''), content });
    start = end + 3;
  }
  return comments;
}

/** Where the space before a comment begins; the indentation of a line stays, and a space between two words. */
function startOfSpace(text: string, offset: number, end: number): number {
  let start = offset;
  while (/[ \t]/.test(text[start - 1] ?? '')) start--;
  const isIndentation = start === 0 || text[start - 1] === '\n';
  return isIndentation || /[\p{L}\p{N}]/u.test(text[end] ?? '') ? offset : start;
}

function inlineHtml({ inlines }: ParsedBody): InlinePart[] {
  return inlines.flatMap(({ token, parts }) =>
    token.children?.some(({ type }) => type === 'html_inline')
      ? parts().filter((part) => part.token.type === 'html_inline')
      : [],
  );
}
