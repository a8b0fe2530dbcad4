import { createRequire } from 'node:module';
import { Parser } from 'htmlparser2';

const require = createRequire(import.meta.url);

/** Harmless inline tags that editors may write because Markdown has no syntax for them. */
const inlineTags = [
  'abbr',
  'b',
  'bdi',
  'br',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'wbr',
];
/** Block-level tags that editors may write, never inside a paragraph. */
export const blockTagNames = [
  'blockquote',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'hr',
  'li',
  'ol',
  'p',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
];
/** Tags that only the Markdown renderer may add. */
const rendererTags = [
  'a',
  'figcaption',
  'figure',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'img',
  'picture',
  'pre',
  'section',
  'source',
  'video',
];

const editorAttributes: Record<string, string[]> = {
  abbr: ['title'],
  time: ['datetime'],
  ol: ['start', 'reversed'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  details: ['open'],
  '*': ['lang'],
};
const rendererAttributes: Record<string, string[]> = {
  a: ['href', 'title', 'rel', 'target', 'id', 'class', 'aria-label'],
  li: ['id'],
  ul: ['class'],
  figure: ['class', 'data-url'],
  p: ['class'],
  video: ['src', 'poster', 'width', 'height', 'aria-label', 'controls', 'preload'],
  img: ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading', 'decoding', 'fetchpriority'],
  source: ['type', 'srcset', 'sizes'],
  section: ['class', 'tabindex', 'aria-label'],
  th: ['class'],
  td: ['class'],
  code: ['class'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
};

const allowedTags = new Set([...inlineTags, ...blockTagNames]);

/** Whether editors may write a tag. */
export function isAllowedTag(name: string): boolean {
  return allowedTags.has(name);
}

/** Whether editors may write an attribute of a tag. */
export function isAllowedAttribute(tag: string, attribute: string): boolean {
  return [...(editorAttributes[tag] ?? []), ...(editorAttributes['*'] ?? [])].includes(attribute);
}

/** A disallowed part of an HTML fragment; line and column are 0-based within the fragment. */
export interface DisallowedHtml {
  readonly line: number;
  readonly column: number;
  readonly description: string;
}

const invisibleMarkup = 'phần <!…> hay <?…>, trình duyệt không in ra,';

/** What the allow-list removes from an HTML fragment: tags, attributes, comments, instructions and CDATA. */
export function findDisallowedHtml(html: string): DisallowedHtml[] {
  const disallowed: DisallowedHtml[] = [];
  const report = (what: string) => {
    const before = html.slice(0, parser.startIndex).split('\n');
    disallowed.push({ line: before.length - 1, column: before.at(-1)?.length ?? 0, description: what });
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!isAllowedTag(name)) report(`thẻ <${name}>`);
      else
        for (const attribute of Object.keys(attributes))
          if (!isAllowedAttribute(name, attribute)) report(`thuộc tính ${attribute} của thẻ <${name}>`);
    },
    oncomment: () => report(invisibleMarkup),
    onprocessinginstruction: () => report(invisibleMarkup),
    oncdatastart: () => report(invisibleMarkup),
  });
  parser.end(html);
  return disallowed;
}

const mergeAttributes = (a: Record<string, string[]>, b: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, [...(a[key] ?? []), ...(b[key] ?? [])]]),
  );

/** A rendered body reduced to the allow-list, its tags balanced. */
export function sanitizeBody(html: string): string {
  // Loaded on demand: few bodies contain HTML, and loading takes longer than rendering one changed page.
  const sanitizeHtml: typeof import('sanitize-html') = require('sanitize-html');
  return sanitizeHtml(html, {
    allowedTags: [...inlineTags, ...blockTagNames, ...rendererTags],
    allowedAttributes: mergeAttributes(editorAttributes, rendererAttributes),
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    selfClosing: ['br', 'hr', 'img', 'source', 'wbr'],
  });
}
