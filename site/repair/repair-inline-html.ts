import type { TextEdit } from '#site/finding.ts';
import type { InlineInBody, ParsedBody } from '#site/markdown/parse-body.ts';
import { foreignHtmlProblem, isForeign } from './foreign-html.ts';
import { cleanTag, closedNames, componentTitle, type HtmlPart, htmlParts, isWrapper, markOf } from './html-tags.ts';
import { insertion, type Repair, repair, replacement } from './repair.ts';
import { areHarmful, framePage, frameTitle, pictureAddress } from './shown-html.ts';

/** Takes out, or turns into Markdown, the tags in paragraphs, headings and cells that no page prints. */
export function repairInlineHtml({ text, inlines }: ParsedBody): Repair[] {
  if (!text.includes('<')) return [];
  const closed = closedNames(text);
  return inlines.flatMap((inline) => [...repairTags(text, inline, closed), ...wordConditions(text, inline)]);
}

function repairTags(text: string, inline: InlineInBody, closed: ReadonlySet<string>): Repair[] {
  if (!inline.token.children?.some(({ type }) => type === 'html_inline')) return [];
  const parts = inline
    .parts()
    .filter(({ token }) => token.type === 'html_inline')
    .flatMap(({ start, end }) =>
      htmlParts(text.slice(start, end), closed).map((part) => ({
        ...part,
        start: start + part.start,
        end: start + part.end,
      })),
    );
  const empty = emptyTags(parts);
  const foreign = parts.filter((part) => isForeign(part) || empty.has(part));
  const [first] = foreign;
  return [
    ...(first && !areHarmful(parts) && areLinksClosed(parts)
      ? [repair(foreignHtmlProblem(foreign), first.start, ...inlineEdits(foreign, empty))]
      : []),
    ...escapeWords(text, parts),
  ];
}

/** Tags of other programs with nothing between them, such as a place in a heading that other pages link to. */
function emptyTags(parts: readonly HtmlPart[]): Set<HtmlPart> {
  return new Set(
    parts.flatMap((part, index) => {
      const next = parts[index + 1];
      if (part.kind !== 'open' || next?.kind !== 'close' || next.name !== part.name || next.start !== part.end)
        return [];
      // A link that nobody sees is told.
      const isShown = framePage(part) ?? componentTitle(part) ?? /^[^#]/.test(part.attributes['href'] ?? '');
      return isForeign(part) && !isShown ? [part, next] : [];
    }),
  );
}

/** Whether every link that begins in a paragraph ends in it: else nobody knows how far it goes. */
function areLinksClosed(parts: readonly HtmlPart[]): boolean {
  const links = parts.filter(({ name }) => name === 'a');
  return links.every(({ kind }, index) => kind === (index % 2 === 0 ? 'open' : 'close')) && links.length % 2 === 0;
}

/** Words in angle brackets that are no tags, such as "<Tên>": text. */
function escapeWords(text: string, parts: readonly HtmlPart[]): Repair[] {
  return parts
    .filter(({ isWord }) => isWord)
    .map(({ start, end }) => {
      const word = text.slice(start, end);
      const problem = {
        rule: 'markdown',
        wrong: `“${word}” không phải là thẻ HTML`,
        remedy: `viết “\\${word}”`,
      } as const;
      return repair(problem, start, insertion(start, '\\'));
    });
}

function inlineEdits(parts: readonly HtmlPart[], empty: ReadonlySet<HtmlPart>): TextEdit[] {
  const addresses: string[] = [];
  const spans: string[] = [];
  return parts.map((part) => {
    const { kind, name, start, end } = part;
    if (empty.has(part)) return replacement(start, end, '');
    if (name === 'a') return replacement(start, end, linkMarkdown(part, addresses));
    const [before, after] = markOf(part);
    if (name === 'span' && kind === 'open') spans.push(after);
    if (kind !== 'open') return replacement(start, end, name === 'span' ? (spans.pop() ?? '') : after);
    return replacement(start, end, before || openingMarkdown(part));
  });
}

/** Markdown for the beginning or the end of a link; `addresses` are those of the links that are open. */
function linkMarkdown({ kind, attributes }: HtmlPart, addresses: string[]): string {
  if (kind === 'open') {
    const address = (attributes['href'] ?? '').replace(/^\/\//, 'https://');
    addresses.push(address);
    return address ? '[' : '';
  }
  const address = addresses.pop();
  return address ? `](${bracketed(address)})` : '';
}

function openingMarkdown(part: HtmlPart): string {
  const componentName = componentTitle(part);
  if (componentName) return `**${componentName}** `;
  const page = framePage(part);
  if (page) return `[${frameTitle(part).replace(/[[\]]/g, '\\$&')}](${bracketed(page)})`;
  if (part.name !== 'img') return isWrapper(part) ? '' : cleanTag(part);
  const { alt = '', title } = part.attributes;
  return `![${alt}](${bracketed(pictureAddress(part))}${title ? ` "${title.replaceAll('"', '”')}"` : ''})`;
}

function bracketed(address: string): string {
  return /[\s()]/.test(address) ? `<${address}>` : address;
}

const wordTag = /<!\[(?:if\b|endif)[^<>]*>|<\/?[a-z]:[a-z][^<>]*>/i;

/** Tags and conditions of Word that CommonMark does not take for HTML: "<o:p>", "<![if !supportLists]>". */
function wordConditions(text: string, { token, parts }: InlineInBody): Repair[] {
  if (!wordTag.test(token.content)) return [];
  return parts()
    .flatMap(({ token: { type, content }, characters }) =>
      type !== 'text'
        ? []
        : [...content.matchAll(new RegExp(wordTag, 'gi'))].map(({ 0: found, index }) => {
            const start = characters?.[index] ?? 0;
            const wrong = `“${found}” của Word không in ra`;
            return repair(
              { rule: 'the-thua', wrong, remedy: 'xóa đi' },
              start,
              replacement(start, start + found.length, ''),
            );
          }),
    )
    .filter(({ edits: [edit] }) => edit && text.startsWith('<', edit.offset));
}
