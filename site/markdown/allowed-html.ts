import { createRequire } from 'node:module';
import { Parser } from 'htmlparser2';

const require = createRequire(import.meta.url);

/** The raw HTML an editor may write: what Markdown cannot say and what can do no harm. */
const inline = [
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
/** Tags that stand beside paragraphs, never inside one. */
export const block = [
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
/** What the Markdown renderer itself may add. */
const rendered = [
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
const renderedAttributes: Record<string, string[]> = {
  a: ['href', 'title', 'rel', 'target', 'id', 'class', 'aria-label'],
  li: ['id'],
  ul: ['class'],
  figure: ['class'],
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

/** Something of a piece of raw HTML that may not stay; line and column are counted from 0 within the piece. */
export interface RemovedHtml {
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

const unprinted = 'phần <!…> hay <?…>, trình duyệt không in ra,';

/** What the allow-list takes away from a piece of raw HTML: tags, attributes, and what HTML never prints. */
export function removedHtml(html: string): RemovedHtml[] {
  const removed: RemovedHtml[] = [];
  const tags = new Set([...inline, ...block]);
  const remove = (what: string) => {
    const before = html.slice(0, parser.startIndex).split('\n');
    removed.push({ line: before.length - 1, column: before.at(-1)?.length ?? 0, what });
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!tags.has(name)) remove(`thẻ <${name}>`);
      else
        for (const attribute of Object.keys(attributes))
          if (![...(editorAttributes[name] ?? []), ...(editorAttributes['*'] ?? [])].includes(attribute))
            remove(`thuộc tính ${attribute} của thẻ <${name}>`);
    },
    oncomment: () => remove(unprinted),
    onprocessinginstruction: () => remove(unprinted),
    oncdatastart: () => remove(unprinted),
  });
  parser.end(html);
  return removed;
}

const merged = (a: Record<string, string[]>, b: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, [...(a[key] ?? []), ...(b[key] ?? [])]]),
  );

/** A rendered body without anything that is not on the allow-list, tags balanced. */
export function allowedHtml(html: string): string {
  // Few bodies hold HTML, and this takes longer to load than a change to print.
  const sanitizeHtml: typeof import('sanitize-html') = require('sanitize-html');
  return sanitizeHtml(html, {
    allowedTags: [...inline, ...block, ...rendered],
    allowedAttributes: merged(editorAttributes, renderedAttributes),
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    selfClosing: ['br', 'hr', 'img', 'source', 'wbr'],
  });
}
