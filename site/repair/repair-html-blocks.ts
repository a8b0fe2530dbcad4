import { createRequire } from 'node:module';
import { Parser } from 'htmlparser2';
import type { TextEdit } from '#site/finding.ts';
import { type ParsedBody, parseBody } from '#site/markdown/parse-body.ts';
import { foreignHtmlProblem, isForeign } from './foreign-html.ts';
import { type HtmlBlock, htmlBlocks } from './html-blocks.ts';
import { cleanTag, type HtmlPart, isHarmful, isTag, isWrapper, markOf } from './html-tags.ts';
import { type Repair, repair, replacement } from './repair.ts';

const require = createRequire(import.meta.url);

/** Turns blocks of HTML into Markdown where it can say the same, and takes the tags that no page prints out of others. */
export function repairHtmlBlocks(body: ParsedBody): Repair[] {
  const blocks = htmlBlocks(body);
  const usable = blocks.filter(({ parts }) => !parts.some((part) => part.kind === 'comment' || isHarmful(part)));
  const foreign = usable.filter(({ parts }) => parts.some(isForeign));
  const tagsOnly = usable.filter(isTagsOnly);
  const first = tagsOnly.find((block) => foreign.includes(block));
  const withText = foreign.filter((block) => !tagsOnly.includes(block) && !losesContent(block));
  return [
    ...(first ? [repair(foreignHtmlProblem(first.parts), first.offset, ...tagsOnly.flatMap(withoutTags))] : []),
    ...blocks.flatMap(escapeWords),
    ...withText.flatMap((block) => {
      const edits = blockEdits(block);
      return edits.length > 0 ? [repair(foreignHtmlProblem(block.parts), block.offset, ...edits)] : [];
    }),
  ];
}

/** Words in angle brackets, which no page prints: in HTML a "<" is written as an entity. */
function escapeWords({ html, offset, parts }: HtmlBlock): Repair[] {
  return parts
    .filter(({ isWord }) => isWord)
    .map(({ start, end }) => {
      const word = html.slice(start, end);
      const problem = {
        rule: 'markdown',
        wrong: `“${word}” không phải là thẻ HTML`,
        remedy: `viết “&lt;${word.slice(1)}”`,
      } as const;
      return repair(problem, offset + start, replacement(offset + start, offset + start + 1, '&lt;'));
    });
}

function withoutTags({ offset, parts }: HtmlBlock): TextEdit[] {
  return parts.map(({ start, end }) => replacement(offset + start, offset + end, ''));
}

/** Whether a block is nothing but tags around what follows it: "<div align=center>" */
function isTagsOnly({ html, parts }: HtmlBlock): boolean {
  const tags = parts.filter(isTag);
  const rest = tags.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), html);
  return tags.length > 0 && rest.trim() === '' && tags.every(({ name }) => groupNames.has(name));
}

const groupNames = new Set(['div', 'p', 'center', 'section', 'article', 'main', 'header', 'footer', 'aside', 'figure']);

/** Whether a table or a list of HTML holds what only Markdown may hold here: links, pictures, headings. */
function losesContent({ parts }: HtmlBlock): boolean {
  return parts.some(({ name }) => keptNames.test(name)) && parts.some(({ name }) => linkNames.test(name));
}

const keptNames = /^(table|details|dl)$/;
const linkNames = /^(a|img|h[1-6])$/;

function blockEdits({ html, offset, parts }: HtmlBlock): TextEdit[] {
  const hasMarkdown = /\]\(|\*\*/.test(html);
  if (!hasMarkdown && !parts.some(({ name }) => keptNames.test(name))) {
    const markdown = toMarkdown(html);
    if (lettersOfMarkdown(markdown) === lettersOfHtml(html))
      return [replacement(offset, offset + html.length, markdown)];
  }
  // Without its tag a link or a picture would be gone.
  if (parts.some(({ name }) => linkNames.test(name))) return [];
  return parts.filter(isForeign).map((part) => {
    const isGroup = hasMarkdown && groupNames.has(part.name);
    const text = part.kind === 'open' && !isWrapper(part) && !isGroup ? cleanTag(part) : '';
    return replacement(offset + part.start, offset + part.end, text);
  });
}

/** The letters and digits that Markdown prints. */
function lettersOfMarkdown(markdown: string): string {
  const { tokens } = parseBody(markdown);
  const printed = tokens.flatMap(({ children, content, type }) =>
    (children ?? [])
      .filter((child) => child.type !== 'html_inline')
      .map((child) => child.content)
      .concat(type === 'inline' ? [] : [content.replace(/<[^<>]*>/g, '')]),
  );
  return onlyLetters(printed.join(''));
}

/** The letters and digits that HTML shows, with the descriptions of pictures. */
function lettersOfHtml(html: string): string {
  let text = '';
  const parser = new Parser({
    ontext: (shown) => {
      text += shown;
    },
    onopentag: (name, { alt }) => {
      if (name === 'img') text += alt ?? '';
    },
  });
  parser.end(html);
  return onlyLetters(text);
}

function onlyLetters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function toMarkdown(html: string): string {
  // Loaded on demand: few bodies contain such HTML.
  const TurndownService: typeof import('turndown') = require('turndown');
  const converter = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    br: '\\',
  });
  converter.keep(['sub', 'sup', 'u', 'mark', 'small', 'abbr', 'ins', 'kbd', 's']);
  converter.addRule('marked', {
    filter: (node) => markOf(partOf(node))[0] !== '',
    replacement: (content, node) => markOf(partOf(node as HTMLElement)).join(content),
  });
  // Google Docs wraps a whole text in bold that its style takes back.
  converter.addRule('not bold', {
    filter: (node) => /^(B|STRONG)$/.test(node.nodeName) && /font-weight\s*:\s*normal/i.test(styleOf(node)),
    replacement: (content) => content,
  });
  const markdown = converter.turndown(html.replace(/(href\s*=\s*["']?)\/\//gi, '$1https://'));
  // A line break with nothing before it is empty space.
  return markdown.replace(/^\\$/gm, '');
}

function partOf(node: Pick<HTMLElement, 'nodeName' | 'getAttribute'>): Pick<HtmlPart, 'name' | 'attributes'> {
  return { name: node.nodeName.toLowerCase(), attributes: { style: styleOf(node) } };
}

function styleOf(node: Pick<HTMLElement, 'getAttribute'>): string {
  return node.getAttribute('style') ?? '';
}
