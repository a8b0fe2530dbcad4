import MarkdownIt from 'markdown-it';
import { slug } from '#vietnamese/slug.ts';
import { allowedHtml, removedHtml } from './allowed-html.ts';

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/** A picture as Markdown names it. */
export interface PictureMention {
  readonly src: string;
  readonly alt: string;
  readonly line: number;
}

/** A link as Markdown writes it, with its line in the body, from 1. */
export interface LinkMention {
  readonly href: string;
  readonly line: number;
}

/** A fault of a body, with its line in the body, from 1. */
export interface BodyFault {
  readonly line: number;
  readonly message: string;
}

/** What the border wants to know of a body. */
export interface BodyFacts {
  /** Plain text of the first paragraph, when the body begins with one. */
  readonly firstParagraph?: string;
  readonly pictures: readonly PictureMention[];
  readonly links: readonly LinkMention[];
  readonly faults: readonly BodyFault[];
}

/** How a body becomes HTML. */
export interface RenderOptions {
  /** The address a link or file name leads to. */
  readonly link: (href: string) => string;
  /** The HTML of a picture; `alone` in its paragraph it may be a figure. */
  readonly picture: (mention: { src: string; alt: string; caption?: string; alone: boolean }) => string;
  /** The first paragraph is rendered apart, as the lead. */
  readonly leadFromBody: boolean;
}

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });
const rules = markdown.renderer.rules;

rules['table_open'] = () => '<section class="table-scroll" tabindex="0" aria-label="Bảng, cuộn ngang được"><table>\n';
rules['table_close'] = () => '</table></section>\n';
for (const cell of ['th_open', 'td_open'] as const)
  rules[cell] = (tokens: Token[], index: number) => {
    const token = tokens[index];
    const align = /text-align:(\w+)/.exec(String(token?.attrGet('style') ?? ''))?.[1];
    return `<${token?.tag}${align && align !== 'left' ? ` class="${align}"` : ''}>`;
  };

function plainText(inline: Token | undefined): string {
  return (inline?.children ?? [])
    .map((token) =>
      token.type === 'text' || token.type === 'code_inline' ? token.content : /break$/.test(token.type) ? ' ' : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function beginsWithText(tokens: readonly Token[]): boolean {
  return tokens[0]?.type === 'paragraph_open' && plainText(tokens[1]) !== '';
}

/** Reads a body without rendering it. */
export function inspectBody(body: string): BodyFacts {
  const tokens = markdown.parse(body, {});
  const pictures: PictureMention[] = [];
  const links: LinkMention[] = [];
  const faults: BodyFault[] = [];
  const reportHtml = (html: string, line: number) => {
    for (const removed of removedHtml(html))
      faults.push({
        line: line + removed.line,
        message: `${removed.what} không được dùng trong bài · xóa đi, viết bằng Markdown`,
      });
  };

  for (const token of tokens) {
    let line = (token.map?.[0] ?? 0) + 1;
    if (token.type === 'html_block') reportHtml(token.content, line);
    if (token.type === 'heading_open' && token.tag === 'h1')
      faults.push({ line, message: 'đề mục cấp 1 (#) là của tiêu đề bài · viết ## cho đề mục trong bài' });
    for (const child of token.children ?? []) {
      if (/break$/.test(child.type)) line++;
      if (child.type === 'html_inline') reportHtml(child.content, line);
      if (child.type === 'link_open') links.push({ href: String(child.attrGet('href')), line });
      if (child.type === 'image') pictures.push({ src: String(child.attrGet('src')), alt: plainText(child), line });
      if (child.type === 'text' && /\]\((javascript|vbscript|data):/i.test(child.content))
        faults.push({ line, message: 'liên kết dạng này không được dùng · dùng địa chỉ https://…' });
    }
  }
  return {
    pictures,
    links,
    faults,
    ...(beginsWithText(tokens) && { firstParagraph: plainText(tokens[1]) }),
  };
}

/** Renders a body: the HTML of its lead (inline; empty unless asked for) and of the rest. */
export function renderBody(body: string, options: RenderOptions): { lead: string; rest: string } {
  const env = {};
  const tokens = markdown.parse(body, env);
  const ids = new Map<string, number>();
  let rawHtml = false;

  tokens.forEach((token, index) => {
    if (token.type === 'html_block') rawHtml = true;
    if (token.type === 'heading_open') {
      if (token.tag === 'h1') token.tag = 'h2';
      const id = `muc-${slug(plainText(tokens[index + 1])) || 'khong-ten'}`;
      const seen = (ids.get(id) ?? 0) + 1;
      ids.set(id, seen);
      token.attrSet('id', seen === 1 ? id : `${id}-${seen}`);
    }
    if (token.type === 'heading_close' && token.tag === 'h1') token.tag = 'h2';
    token.children?.forEach((child, position) => {
      if (child.type === 'html_inline') rawHtml = true;
      if (child.type === 'link_open') child.attrSet('href', options.link(String(child.attrGet('href') ?? '')));
      if (child.type === 'image') {
        const caption = child.attrGet('title');
        const alone = token.children?.length === 1;
        const html = options.picture({
          src: String(child.attrGet('src')),
          alt: plainText(child),
          alone,
          ...(caption !== null && { caption: String(caption) }),
        });
        const picture = new markdown.core.State('', markdown, env).Token;
        const replacement = new picture('html_inline', '', 0);
        replacement.content = html;
        token.children?.splice(position, 1, replacement);
        if (alone) {
          // A figure may not stand inside a paragraph.
          const [open, close] = [tokens[index - 1], tokens[index + 1]];
          if (open?.type === 'paragraph_open' && close?.type === 'paragraph_close') open.hidden = close.hidden = true;
        }
      }
    });
  });

  const split = options.leadFromBody && beginsWithText(tokens) ? 3 : 0;
  const lead = split ? markdown.renderer.renderInline(tokens[1]?.children ?? [], markdown.options, env) : '';
  const rest = markdown.renderer.render(tokens.slice(split), markdown.options, env);
  return rawHtml ? { lead: allowedHtml(lead), rest: allowedHtml(rest) } : { lead, rest };
}
