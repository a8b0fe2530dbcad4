import { altTextProblem } from '#news/alt-text-problem.ts';
import type { Problem } from '#news/rule.ts';
import type { InlinePart } from '#site/markdown/inline-parts.ts';
import { type MarkdownToken, plainText } from '#site/markdown/markdown.ts';
import type { InlineInBody, ParsedBody } from '#site/markdown/parse-body.ts';
import { type BodyFinding, type BodyPosition, positionAt } from './body-finding.ts';
import { decodeAddress } from './decode-address.ts';
import { htmlFindings } from './html-findings.ts';
import { htmlTagChecker } from './html-tag-checker.ts';
import { indexOfUnprintable } from './index-of-unprintable.ts';
import { emphasisInWordFindings, leftoverMarkFindings } from './leftover-mark-findings.ts';
import { runTogetherFindings } from './run-together-findings.ts';

/** A file or address that a body references, and its position. */
export interface BodyReference extends BodyPosition {
  readonly href: string;
}

/** What was found in inline Markdown: a paragraph, a heading, a cell of a table. */
interface InspectedInline {
  readonly pictures: BodyReference[];
  readonly links: BodyReference[];
  readonly findings: BodyFinding[];
}

/** Inspects the tokens inside an inline token of a body. */
export function inspectInline(body: ParsedBody, inline: InlineInBody): InspectedInline {
  const found: InspectedInline = { pictures: [], links: [], findings: [] };
  const tokens = inline.token.children ?? [];
  // The file was searched for such characters already: here only an entity can mean one.
  if (inline.token.content.includes('&') && tokens.some(hasUnprintable))
    found.findings.push({
      ...positionAt(body, inline.ranges[0]?.start ?? 0),
      rule: 'ky-tu-la',
      wrong: 'đoạn này chứa một ký tự điều khiển không in ra được',
      remedy: 'xóa phần viết bằng &#…;',
    });
  if (tokens.some(({ type }) => /^(html_inline|link_open|image)$/.test(type)))
    inspectParts(body, inline.parts(), found);
  const refused = tokens.find(({ type, content }) => type === 'text' && refusedTarget.test(content));
  if (refused) found.findings.push(refusedLink(body, inline, refused));
  else found.findings.push(...leftoverMarkFindings(body, inline));
  found.findings.push(...emphasisInWordFindings(body, inline), ...runTogetherFindings(body, inline));
  return found;
}

function inspectParts(body: ParsedBody, parts: readonly InlinePart[], found: InspectedInline): void {
  const tags = htmlTagChecker('paragraph');
  const links: InlinePart[] = [];
  for (const part of parts) {
    const { token, start } = part;
    const position = positionAt(body, start);
    if (token.type === 'html_inline') {
      found.findings.push(...htmlFindings(token.content, position));
      tags.check(token.content, position);
    } else if (token.type === 'link_open') links.push(part);
    else if (token.type === 'link_close') {
      const open = links.pop();
      const place = part.address ? positionAt(body, part.address.start) : positionAt(body, open?.start ?? start);
      found.links.push({ href: String(open?.token.attrGet('href')), ...place });
    } else if (token.type === 'image') inspectPicture(body, part, found);
  }
  found.findings.push(...tags.findings());
}

function inspectPicture(body: ParsedBody, { token, start, address }: InlinePart, found: InspectedInline): void {
  const problem = altProblem(token);
  if (problem) found.findings.push({ ...positionAt(body, start), ...problem });
  found.pictures.push({ href: String(token.attrGet('src')), ...positionAt(body, address?.start ?? start) });
}

/** A link that the parser refuses because browsers would run it. */
const refusedTarget = /\]\((javascript|vbscript|data|file):/i;

function refusedLink(body: ParsedBody, inline: InlineInBody, refused: MarkdownToken): BodyFinding {
  const part = inline.parts().find(({ token }) => token === refused);
  const offset = part?.characters?.[refused.content.search(refusedTarget)] ?? inline.ranges[0]?.start ?? 0;
  return {
    ...positionAt(body, offset),
    rule: 'lien-ket',
    wrong: 'liên kết dạng này không được dùng',
    remedy: 'dùng địa chỉ https://…',
  };
}

function hasUnprintable(token: MarkdownToken): boolean {
  return [token.content, String(token.attrGet('title') ?? '')].some((text) => indexOfUnprintable(text) !== undefined);
}

function altProblem(picture: MarkdownToken): Problem | undefined {
  const src = decodeAddress(String(picture.attrGet('src')));
  const caption = picture.attrGet('title');
  const wrong = altTextProblem(plainText(picture), src.split('/').at(-1) ?? src, caption ? String(caption) : undefined);
  if (!wrong) return undefined;
  return {
    rule: 'mo-ta-anh',
    wrong: `ảnh “${src}” ${wrong}`,
    remedy: 'viết trong ngoặc vuông điều người xem thấy trong ảnh',
  };
}
