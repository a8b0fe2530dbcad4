import { Parser } from 'htmlparser2';
import type { Problem } from '#news/rule.ts';
import { backgroundOf, hides } from '#site/markdown/hides.ts';
import type { BodyFinding, BodyPosition } from './body-finding.ts';
import { maskChar } from './text-coverage.ts';
import { fencedLines } from './text-parts.ts';

/** An open tag. */
interface OpenTag {
  readonly offset: number;
  readonly isHidden: boolean;
  /** The background behind what is in it; undefined for that of the page, which is white. */
  readonly background: string | undefined;
}

/** An open link, and whether a reader sees something of it. */
interface OpenLink {
  readonly offset: number;
  isSeen: boolean;
}

const outgoing = /(?:https?:)?\/\/[^\s/]/i;
/** A Markdown link to another site around nothing but white space and tags. */
const emptyLink =
  /(?<!!)\[(?:[\s*_]|&(?:nbsp|#\w+|zwnj|zwj|shy);|<(?!img|picture|svg|video)[^<>]*>)*\]\(\s*<?(?:https?:)?\/\/[^\s/]/gi;

/** Findings for links to other sites that readers do not see: in HTML that hides them, or without text. */
export function hiddenLinkFindings(body: string): BodyFinding[] {
  if (!outgoing.test(body) || !(/<[a-z]/i.test(body) || body.search(emptyLink) >= 0)) return [];
  const text = withoutCode(body);
  const { hidden, empty } = linksInHtml(text);
  return [
    ...positionsOf(hidden, text).map((position) => ({ ...position, ...hiddenLink })),
    ...positionsOf([...empty, ...Array.from(text.matchAll(emptyLink), ({ index }) => index)], text).map((position) => ({
      ...position,
      ...linkWithoutText,
    })),
  ];
}

const hiddenLink: Problem = {
  rule: 'lien-ket-giau',
  wrong: 'liên kết ra ngoài ở đây bị giấu với người đọc',
  remedy: 'xóa cả đoạn này; nếu không ai trong tòa soạn viết, báo người quản trị',
};
const linkWithoutText: Problem = {
  rule: 'lien-ket-giau',
  wrong: 'liên kết ra ngoài ở đây không có chữ nào cho người đọc thấy',
  remedy: 'viết chữ cho nó, hoặc xóa đi',
};

/** The positions of offsets, each once. */
function positionsOf(offsets: readonly number[], text: string): BodyPosition[] {
  let line = 1;
  let start = 0;
  return [...new Set(offsets)]
    .sort((a, b) => a - b)
    .map((offset) => {
      for (let end = text.indexOf('\n', start); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
        line++;
        start = end + 1;
      }
      return { line, column: offset - start + 1 };
    });
}

/** The body with code masked, which readers see, and with "<https://…>" as text, so that offsets stay the same. */
function withoutCode(body: string): string {
  const lines = body.split('\n');
  const isCode = fencedLines(lines, -1);
  return lines
    .map((line, index) => (isCode.has(index) ? maskChar.repeat(line.length) : line))
    .join('\n')
    .replace(/`[^`\n]*`/g, (code) => maskChar.repeat(code.length))
    .replace(/<(https?:[^<>\s]*)>/gi, ' $1 ');
}

/** The offsets of hidden tags with a link in them, and of links without anything to see. */
function linksInHtml(text: string): { readonly hidden: readonly number[]; readonly empty: readonly number[] } {
  const hidden: number[] = [];
  const empty: number[] = [];
  const open: OpenTag[] = [];
  let outermostHidden: OpenTag | undefined;
  let link: OpenLink | undefined;
  const reportIfHidden = () => {
    if (outermostHidden) hidden.push(outermostHidden.offset);
    return outermostHidden !== undefined;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const background = backgroundOf(attributes) ?? open.at(-1)?.background;
      const tag = { offset: parser.startIndex, isHidden: hides(name, attributes, background), background };
      open.push(tag);
      if (tag.isHidden) outermostHidden ??= tag;
      if (link && /^(img|picture|video|svg)$/.test(name)) link.isSeen = true;
      if (name !== 'a' || !outgoing.test(attributes['href'] ?? '')) return;
      if (!reportIfHidden()) link = { offset: parser.startIndex, isSeen: false };
    },
    ontext(content) {
      if (link && /[^\s\p{Cf}\u3164]/u.test(content)) link.isSeen = true;
      if (/\]\(\s*<?(?:https?:)?\/\/|https?:\/\//i.test(content)) reportIfHidden();
    },
    onclosetag(name) {
      if (name === 'a' && link) {
        if (!link.isSeen) empty.push(link.offset);
        link = undefined;
      }
      if (open.pop() === outermostHidden) outermostHidden = undefined;
    },
  });
  parser.end(text);
  return { hidden, empty };
}
