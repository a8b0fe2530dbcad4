import { Parser } from 'htmlparser2';
import { hides } from '#site/markdown/hides.ts';
import { isAllowedAttribute, isAllowedTag } from '#site/markdown/sanitize-body.ts';

/** A tag, a comment or an instruction in HTML. */
export interface HtmlPart {
  readonly kind: 'open' | 'close' | 'comment' | 'instruction';
  /** In lower case: "o:p" */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its range in the HTML. */
  readonly start: number;
  readonly end: number;
  /** True for a word in angle brackets, such as "<Tên>", that is no tag of HTML, Word or a page of components. */
  readonly isWord: boolean;
}

const wordCondition = /^<!\[(?:if|endif)\b/i;

/** The tags, comments and instructions of an HTML fragment, in order; `closed` are the names that its body closes. */
export function htmlParts(html: string, closed: ReadonlySet<string>): HtmlPart[] {
  const parts: HtmlPart[] = [];
  const add = (kind: HtmlPart['kind'], name: string, attributes: Record<string, string> = {}) => {
    const [start, end] = [parser.startIndex, parser.endIndex + 1];
    const isWord = kind === 'open' && !isTagName(name, closed) && /^<[^\s/>]+>$/.test(html.slice(start, end));
    parts.push({ kind, name, attributes, start, end, isWord });
  };
  const parser = new Parser({
    onopentag: (name, attributes, isImplied) => isImplied || add('open', name, attributes),
    // "<![if !supportLists]>" of Word is a comment for parsers, and not one for people.
    oncomment: () =>
      add(wordCondition.test(html.slice(parser.startIndex, parser.endIndex)) ? 'instruction' : 'comment', ''),
    onprocessinginstruction: (name) => add('instruction', name),
  });
  parser.end(html);
  return [...parts, ...closingTags(html, parts)].sort((a, b) => a.start - b.start);
}

/** Closing tags; the parser does not report the end of what was not opened in the same fragment. */
function closingTags(html: string, others: readonly HtmlPart[]): HtmlPart[] {
  return [...html.matchAll(/<\/([a-z][\w.:-]{0,60})\s{0,9}>/gi)]
    .map(({ 0: tag, 1: name = '', index }) => ({ name: name.toLowerCase(), start: index, end: index + tag.length }))
    .filter((closing) => !others.some(({ start, end }) => start <= closing.start && closing.start < end))
    .map((closing) => ({ ...closing, kind: 'close', attributes: {}, isWord: false }));
}

/** Whether a part is an opening or a closing tag. */
export function isTag({ kind }: HtmlPart): boolean {
  return kind === 'open' || kind === 'close';
}

const htmlNames = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button
  canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
  figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins
  kbd label legend li link main map mark marquee menu meta meter nav nobr noframes noscript object ol optgroup option
  output p param picture pre progress q rp rt ruby s samp script section select slot small source span strike strong
  style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr`.split(
    /\s+/,
  ),
);
/** Tags that make a page do something, or hide something from readers. */
const active = new Set(
  `applet audio base button canvas dialog embed form frame frameset iframe input link meta noframes object option script
  select style svg template textarea title video`.split(/\s+/),
);
/** The names of the tags that a body closes somewhere. */
export function closedNames(body: string): Set<string> {
  return new Set(Array.from(body.matchAll(/<\/([a-z][\w.:-]*)/gi), ([, name = '']) => name.toLowerCase()));
}

function isTagName(name: string, closed: ReadonlySet<string>): boolean {
  return htmlNames.has(name) || name.includes(':') || closed.has(name);
}

/** The title that a component of another program shows: `<Card title="…">` */
export function componentTitle({ kind, name, attributes }: HtmlPart): string | undefined {
  if (kind !== 'open' || htmlNames.has(name) || name.includes(':')) return undefined;
  return (attributes['title'] ?? attributes['label'])?.trim() || undefined;
}

/** Whether a tag could harm readers: it runs something, loads something, or hides text. */
export function isHarmful({ kind, name, attributes }: HtmlPart): boolean {
  if (active.has(name)) return true;
  // Of a link only its address stays.
  const runs = name !== 'a' && Object.keys(attributes).some((key) => key.startsWith('on'));
  return kind === 'open' && (runs || hides(name, attributes));
}

/** The attributes that no page prints. */
export function foreignAttributes({ name, attributes }: HtmlPart): string[] {
  return Object.keys(attributes).filter((key) => !isAllowedAttribute(name, key));
}

/** A tag without the attributes that no page prints. */
export function cleanTag(part: HtmlPart): string {
  const attributes = Object.entries(part.attributes).filter(([key]) => isAllowedAttribute(part.name, key));
  return `<${part.name}${attributes.map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`).join('')}>`;
}

/** Whether only the text between the tags counts: the tag says nothing that a page prints. */
export function isWrapper({ name, attributes }: HtmlPart): boolean {
  return !isAllowedTag(name) || (name === 'span' && attributes['lang'] === undefined);
}

/** The mark of Markdown, or the tag, for what a tag says by its name or its style: [before, after]. */
export function markOf({ name, attributes }: Pick<HtmlPart, 'name' | 'attributes'>): readonly [string, string] {
  const style = attributes['style'] ?? '';
  if (/^(?:s|strike|del)$/.test(name) || /text-decoration[^;]{0,40}line-through/i.test(style)) return ['<s>', '</s>'];
  if (name !== 'span') return ['', ''];
  if (/vertical-align\s*:\s*super/i.test(style)) return ['<sup>', '</sup>'];
  if (/vertical-align\s*:\s*sub/i.test(style)) return ['<sub>', '</sub>'];
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) return ['<b>', '</b>'];
  return /font-style\s*:\s*italic/i.test(style) ? ['<i>', '</i>'] : ['', ''];
}
