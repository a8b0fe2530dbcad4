import { curlyQuotes } from '#vietnamese/curly-quotes.ts';
import { addFootnoteRules, setFootnoteLinks } from './add-footnote-rules.ts';
import { headingIds, type MarkdownToken, markdownParser, plainText, startsWithParagraph } from './markdown.ts';
import { type PictureBlock, pictureBlockLines, pictureBlockOf } from './picture-blocks.ts';
import { sanitizeBody } from './sanitize-body.ts';
import { typesetBody } from './typeset-body.ts';

/** A picture in the Markdown of a body; `alone` in its paragraph it may be rendered as a figure. */
export interface BodyPicture {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  readonly alone: boolean;
}

/** Callbacks and options for rendering a body. */
export interface RenderOptions {
  /** The href of a link; undefined renders its text without a link. */
  readonly link: (href: string) => string | undefined;
  /** The HTML of a picture. */
  readonly picture: (picture: BodyPicture) => string;
  /** The HTML of the pictures of a picture block. */
  readonly pictureBlock: (block: PictureBlock, pictures: readonly BodyPicture[]) => string;
  /** True renders the first paragraph as the lead: apart, unless something precedes it. */
  readonly leadFromBody: boolean;
}

/** A body as HTML. */
export interface RenderedBody {
  /** Inline HTML; empty unless `leadFromBody`, and if something precedes the first paragraph. */
  readonly lead: string;
  readonly rest: string;
  /** The top-level headings of level 2: id and plain text. */
  readonly parts: readonly { readonly id: string; readonly text: string }[];
}

const markdown = markdownParser();
const { rules } = markdown.renderer;
addFootnoteRules(markdown);

rules['table_open'] = () => '<section class="table-scroll" tabindex="0" aria-label="Bảng, cuộn ngang được"><table>\n';
rules['table_close'] = () => '</table></section>\n';
const alignments = new Map([
  ['center', ' class="center"'],
  ['right', ' class="right"'],
]);
for (const cell of ['th_open', 'td_open'] as const)
  rules[cell] = (tokens: MarkdownToken[], index: number) => {
    const token = tokens[index];
    const [, align = ''] = /text-align:(\w+)/.exec(String(token?.attrGet('style') ?? '')) ?? [];
    return `<${token?.tag}${alignments.get(align) ?? ''}>`;
  };

/** Renders the Markdown of a body to HTML. */
export function renderBody(body: string, options: RenderOptions): RenderedBody {
  return renderTokens(markdown.parse(body, {}), options);
}

/** Renders the tokens of a body, which it changes, to HTML. */
export function renderTokens(parsed: MarkdownToken[], options: RenderOptions): RenderedBody {
  const hasHtml = containsHtml(parsed);
  const tokens = withPictureBlocks(parsed, options.pictureBlock);
  const ids = headingIds(tokens);
  for (const [heading, id] of ids) heading.attrSet('id', id);
  typesetBody(tokens);
  // The only h1 of a page is its title.
  for (const token of tokens) if (token.tag === 'h1') token.tag = 'h2';
  const parts = [...ids]
    .filter(([heading]) => heading.tag === 'h2' && heading.level === 0)
    .map(([heading, id]) => ({ id, text: plainText(tokens[tokens.indexOf(heading) + 1]) }));
  unwrapFigures(tokens);
  setFootnoteLinks(tokens, options.link);
  for (const token of tokens) {
    if (!token.children) continue;
    renderPictures(token.children, options.picture);
    token.children = withLinks(token.children, options.link);
  }

  const split = options.leadFromBody && startsWithParagraph(tokens) ? 3 : 0;
  if (options.leadFromBody && split === 0) markLead(tokens);
  const lead = split ? markdown.renderer.renderInline(tokens[1]?.children ?? [], markdown.options, {}) : '';
  const rest = markdown.renderer.render(tokens.slice(split), markdown.options, {});
  return hasHtml ? { lead: sanitizeBody(lead), rest: sanitizeBody(rest), parts } : { lead, rest, parts };
}

/** Gives the first paragraph the style of a lead, below the picture or heading with which the body begins. */
function markLead(tokens: readonly MarkdownToken[]): void {
  const first = tokens.findIndex(
    ({ type, level }, index) => type === 'paragraph_open' && level === 0 && plainText(tokens[index + 1]) !== '',
  );
  tokens[first]?.attrSet('class', 'lead');
}

/** Whether a body has HTML, which has to pass the allow-list. */
export function containsHtml(tokens: readonly MarkdownToken[]): boolean {
  return tokens.some(({ type, children }) => isHtml(type) || children?.some((child) => isHtml(child.type)));
}

function isHtml(type: string): boolean {
  return type === 'html_block' || type === 'html_inline';
}

/** Removes the paragraph around a picture alone: it becomes a figure, which a paragraph may not contain. */
function unwrapFigures(tokens: readonly MarkdownToken[]): void {
  for (const [index, { type, children }] of tokens.entries()) {
    const [open, close] = [tokens[index - 1], tokens[index + 1]];
    if (type !== 'inline' || children?.length !== 1 || children[0]?.type !== 'image') continue;
    if (open?.type === 'paragraph_open' && close) open.hidden = close.hidden = true;
  }
}

/** Replaces the tokens of each picture block by its HTML. */
function withPictureBlocks(tokens: MarkdownToken[], renderBlock: RenderOptions['pictureBlock']): MarkdownToken[] {
  const inside = new Set<MarkdownToken>();
  for (const [index, token] of tokens.entries()) {
    const block = pictureBlockOf(token);
    if (!block) continue;
    const lines = pictureBlockLines(tokens, index);
    const images = lines.flatMap(({ children }) => (children ?? []).filter(({ type }) => type === 'image'));
    for (const line of [...lines, tokens[index + lines.length + 1]]) if (line) inside.add(line);
    const pictures = images.map((image) => bodyPicture(image, true));
    token.content = `${renderBlock(block, pictures)}\n`;
    token.type = 'html_block';
  }
  return tokens.filter((token) => !inside.has(token));
}

/** Replaces every image token by the HTML of its picture. */
function renderPictures(tokens: MarkdownToken[], renderPicture: RenderOptions['picture']): void {
  const alone = tokens.length === 1;
  for (const token of tokens) {
    if (token.type !== 'image') continue;
    token.content = renderPicture(bodyPicture(token, alone));
    token.type = 'html_inline';
  }
}

function bodyPicture(image: MarkdownToken, alone: boolean): BodyPicture {
  const caption = image.attrGet('title');
  return {
    src: String(image.attrGet('src')),
    alt: plainText(image),
    alone,
    ...(caption && { caption: curlyQuotes(String(caption)) }),
  };
}

/** Sets the href of every link; a link without one loses its tags and keeps its text. */
function withLinks(tokens: readonly MarkdownToken[], link: RenderOptions['link']): MarkdownToken[] {
  let isPlainText = false;
  return tokens.filter((token) => {
    if (token.type === 'link_open') {
      const href = link(String(token.attrGet('href') ?? ''));
      isPlainText = href === undefined;
      if (href !== undefined) token.attrSet('href', href);
      // Paper shows the address of a link, but not a second time.
      if (token.markup === 'autolink' || token.markup === 'linkify') token.attrSet('class', 'address');
    }
    return !(isPlainText && /^link_(open|close)$/.test(token.type));
  });
}
