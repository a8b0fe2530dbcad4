import { allowedHtml } from '#site/markdown/allowed-html.ts';
import { beginsWithText, bodyParser, headingIds, plainText, type Token } from '#site/markdown/markdown.ts';
import { linesOfBlock, openedBlock, type PictureBlock } from '#site/markdown/picture-blocks.ts';
import { pointNotes, printNotes } from './print-notes.ts';

/** A picture as a body names it; `alone` in its paragraph it may be a figure. */
export interface PictureMention {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  readonly alone: boolean;
}

/** How a body becomes HTML. */
export interface RenderOptions {
  /** The address a link leads to; undefined prints its words alone. */
  readonly link: (href: string) => string | undefined;
  /** The HTML of a picture. */
  readonly picture: (mention: PictureMention) => string;
  /** The HTML of the pictures of a picture block. */
  readonly pictureBlock: (block: PictureBlock, mentions: readonly PictureMention[]) => string;
  /** The first paragraph is rendered apart, as the lead. */
  readonly leadFromBody: boolean;
}

/** A body as HTML. */
export interface RenderedBody {
  /** Inline; empty unless it was asked for. */
  readonly lead: string;
  readonly rest: string;
  /** The headings that divide it, by their ids, in plain text. */
  readonly parts: readonly { readonly id: string; readonly text: string }[];
}

const markdown = bodyParser();
const { rules } = markdown.renderer;
printNotes(markdown);

rules['table_open'] = () => '<section class="table-scroll" tabindex="0" aria-label="Bảng, cuộn ngang được"><table>\n';
rules['table_close'] = () => '</table></section>\n';
for (const cell of ['th_open', 'td_open'] as const)
  rules[cell] = (tokens: Token[], index: number) => {
    const token = tokens[index];
    const align = /text-align:(\w+)/.exec(String(token?.attrGet('style') ?? ''))?.[1];
    return `<${token?.tag}${align && align !== 'left' ? ` class="${align}"` : ''}>`;
  };

/** Renders a body, its lead apart from the rest where that is asked for. */
export function renderBody(body: string, options: RenderOptions): RenderedBody {
  const parsed = markdown.parse(body, {});
  const written = parsed.some(({ type, children }) => isHtml(type) || children?.some((child) => isHtml(child.type)));
  const tokens = withPictureBlocks(parsed, options.pictureBlock);
  const ids = headingIds(tokens);
  for (const [heading, id] of ids) heading.attrSet('id', id);
  // The one h1 of a page is its title.
  for (const token of tokens) if (token.tag === 'h1') token.tag = 'h2';
  const parts = [...ids]
    .filter(([heading]) => heading.tag === 'h2' && heading.level === 0)
    .map(([heading, id]) => ({ id, text: plainText(tokens[tokens.indexOf(heading) + 1]) }));
  freeFigures(tokens);
  pointNotes(tokens, options.link);
  for (const token of tokens) {
    if (!token.children) continue;
    printPictures(token.children, options.picture);
    token.children = withLinks(token.children, options.link);
  }

  const split = options.leadFromBody && beginsWithText(tokens) ? 3 : 0;
  const lead = split ? markdown.renderer.renderInline(tokens[1]?.children ?? [], markdown.options, {}) : '';
  const rest = markdown.renderer.render(tokens.slice(split), markdown.options, {});
  return written ? { lead: allowedHtml(lead), rest: allowedHtml(rest), parts } : { lead, rest, parts };
}

function isHtml(type: string): boolean {
  return type === 'html_block' || type === 'html_inline';
}

/** A picture alone becomes a figure, and a figure may not stand inside a paragraph. */
function freeFigures(tokens: readonly Token[]): void {
  for (const [index, { type, children }] of tokens.entries()) {
    const [open, close] = [tokens[index - 1], tokens[index + 1]];
    if (type !== 'inline' || children?.length !== 1 || children[0]?.type !== 'image') continue;
    if (open?.type === 'paragraph_open' && close) open.hidden = close.hidden = true;
  }
}

/** Puts the HTML of a picture block in its place. */
function withPictureBlocks(tokens: Token[], print: RenderOptions['pictureBlock']): Token[] {
  const inside = new Set<Token>();
  for (const [index, token] of tokens.entries()) {
    const block = openedBlock(token);
    if (!block) continue;
    const lines = linesOfBlock(tokens, index);
    const images = lines.flatMap(({ children }) => (children ?? []).filter(({ type }) => type === 'image'));
    for (const each of [...lines, tokens[index + lines.length + 1]]) if (each) inside.add(each);
    const mentions = images.map((image) => mentionOf(image, true));
    token.content = `${print(block, mentions)}\n`;
    token.type = 'html_block';
  }
  return tokens.filter((token) => !inside.has(token));
}

/** Puts the HTML of its picture in the place of every image. */
function printPictures(tokens: Token[], picture: RenderOptions['picture']): void {
  const alone = tokens.length === 1;
  for (const token of tokens) {
    if (token.type !== 'image') continue;
    token.content = picture(mentionOf(token, alone));
    token.type = 'html_inline';
  }
}

function mentionOf(image: Token, alone: boolean): PictureMention {
  const caption = image.attrGet('title');
  return {
    src: String(image.attrGet('src')),
    alt: plainText(image),
    alone,
    ...(caption && { caption: String(caption) }),
  };
}

/** Points every link where it leads; a link that leads nowhere loses its tags and keeps its words. */
function withLinks(tokens: readonly Token[], link: RenderOptions['link']): Token[] {
  let plain = false;
  return tokens.filter((token) => {
    if (token.type === 'link_open') {
      const href = link(String(token.attrGet('href') ?? ''));
      plain = href === undefined;
      if (href !== undefined) token.attrSet('href', href);
    }
    return !(plain && /^link_(open|close)$/.test(token.type));
  });
}
