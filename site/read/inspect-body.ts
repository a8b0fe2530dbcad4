import { says } from '#news/rule.ts';
import { uselessAlt } from '#news/useless-alt.ts';
import { removedHtml } from '#site/markdown/allowed-html.ts';
import { beginsWithText, bodyParser, plainText, type Token } from '#site/markdown/markdown.ts';
import { openedBlock } from '#site/markdown/picture-blocks.ts';
import { syllableCount } from '#vietnamese/count.ts';
import { withoutAllowNotes } from './allow-notes.ts';
import { anchorFaults } from './anchor-faults.ts';
import type { BodyFault, BodyPlace } from './body-fault.ts';
import { bodyProse } from './body-prose.ts';
import { markFinder } from './mark-finder.ts';
import { indentedFault, literalFaults, rulerFault } from './markdown-faults.ts';
import { noteFaults, type WrittenNote, writtenNotes } from './note-faults.ts';
import { openTags } from './open-tags.ts';
import { pictureBlockFaults, videoAddresses } from './picture-block-faults.ts';
import { unprintable } from './unprintable.ts';

/** A file or address a body names, at its place. */
export interface Mention extends BodyPlace {
  readonly href: string;
}

/** What the border wants to know of a body. */
export interface BodyFacts {
  /** Plain text of the first paragraph, when the body begins with one. */
  readonly firstParagraph?: string;
  readonly pictures: readonly Mention[];
  readonly links: readonly Mention[];
  readonly videos: readonly Mention[];
  readonly hasGallery: boolean;
  readonly hasHtmlTable: boolean;
  readonly syllables: number;
  readonly faults: readonly BodyFault[];
  /** The body with what is no prose masked, character for character. */
  readonly prose: string;
}

/** Where the parser leaves the notes as they were written, before it gathers them at the end. */
interface Environment extends Record<PropertyKey, unknown> {
  notes?: WrittenNote[];
}

const markdown = bodyParser();
markdown.core.ruler.before('footnote_tail', 'written_notes', ({ env, tokens, src }) => {
  (env as Environment).notes = writtenNotes(tokens, src.split('\n'));
});
/** markdown-it drops what is nested deeper than a hundred; no article of people comes near. */
const deepest = 60;

/** Reads a body without rendering it. */
export function inspectBody(body: string): BodyFacts {
  const env: Environment = {};
  const shown = withoutAllowNotes(body);
  const tokens = markdown.parse(shown, env);
  const lines = body.split('\n');
  const pictures: Mention[] = [];
  const links: Mention[] = [];
  const faults: BodyFault[] = [];
  const mentioned = new Set<string>();
  const open = openTags('body');
  let depth = 1;

  for (const [index, token] of tokens.entries()) {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.level > deepest) {
      faults.push({
        line,
        column: 1,
        message: says('long-sau', 'chỗ này lồng nhau quá sâu', 'bớt các dấu > và - ở đầu dòng'),
      });
      break;
    }
    if (token.type === 'html_block') {
      faults.push(...htmlFaults(token.content, { line, column: 1 }));
      open.read(token.content, { line, column: 1 });
    }
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1));
      const text = plainText(tokens[index + 1]);
      const fault = headingFault(level, depth, lines[line - 1] ?? '', text) ?? rulerFault(token, text);
      if (fault) faults.push({ line, column: 1, message: fault });
      depth = level;
    }
    if (token.type === 'code_block') faults.push({ line, column: 1, message: indentedFault(token.content) });
    if (token.type !== 'inline' || !token.children) continue;
    const find = markFinder(lines, token.map?.[0] ?? 0, token.map?.[1] ?? lines.length);
    const inside = openTags('paragraph');
    for (const child of token.children) {
      if (child.type === 'html_inline') {
        const place = find(child.content);
        faults.push(...htmlFaults(child.content, place));
        inside.read(child.content, place);
      }
      if (unprintable(child.content) !== undefined || unprintable(String(child.attrGet('title') ?? '')) !== undefined)
        faults.push({
          line,
          column: 1,
          message: says('ky-tu-la', 'đoạn này chứa một ký tự điều khiển không in ra được', 'xóa phần viết bằng &#…;'),
        });
      if (child.type === 'link_open') {
        const opened = find(child.markup === 'autolink' ? '<' : '[');
        links.push({
          href: String(child.attrGet('href')),
          ...(child.markup === 'autolink' ? opened : find.target(String(child.attrGet('href')))),
        });
      }
      if (child.type === 'footnote_ref') mentioned.add(String(child.meta?.['label']));
      if (child.type === 'image') {
        const place = find('![');
        const fault = altFault(child);
        if (fault) faults.push({ ...place, message: fault });
        pictures.push({ href: String(child.attrGet('src')), ...find.target(String(child.attrGet('src'))) });
      }
      if (child.type === 'text' && /\]\((javascript|vbscript|data|file):/i.test(child.content))
        faults.push({
          ...find(']('),
          message: says('lien-ket', 'liên kết dạng này không được dùng', 'dùng địa chỉ https://…'),
        });
      else if (child.type === 'text')
        faults.push(...literalFaults(child, token, find).filter((fault) => !isEscaped(lines, fault)));
    }
    faults.push(...inside.faults());
  }

  faults.push(...open.faults(), ...noteFaults(env.notes ?? [], mentioned), ...anchorFaults(links, tokens));
  faults.push(...pictureBlockFaults(tokens, lines, faults));
  return {
    pictures,
    links,
    videos: videoAddresses(tokens, lines),
    hasGallery: tokens.some((token) => openedBlock(token)?.name === 'gallery'),
    hasHtmlTable: tokens.some(({ type, content }) => type === 'html_block' && /<table\b/i.test(content)),
    syllables: syllableCount(shown),
    faults,
    prose: bodyProse(body, tokens),
    ...(beginsWithText(tokens) && { firstParagraph: plainText(tokens[1]) }),
  };
}

function headingFault(level: number, above: number, line: string, text: string): string | undefined {
  if (text === '') return says('de-muc', 'đề mục trống', 'xóa dòng này');
  const underlined = !line.trimStart().startsWith('#');
  if (level === 1)
    return says(
      'de-muc',
      `đề mục cấp 1 (${underlined ? 'dòng === ở dưới' : '#'}) là của tiêu đề bài`,
      `viết cả dòng “## ${text}”${underlined ? ' và xóa dòng ===' : ''}`,
    );
  if (level > above + 1)
    return says(
      'de-muc',
      `đề mục cấp ${level} đứng ngay dưới cấp ${above}`,
      `viết cả dòng “${'#'.repeat(above + 1)} ${text}”`,
    );
  return undefined;
}

function isEscaped(lines: readonly string[], { line, column }: BodyPlace): boolean {
  return lines[line - 1]?.[column - 2] === '\\';
}

function altFault(picture: Token): string | undefined {
  const src = String(picture.attrGet('src'));
  const caption = picture.attrGet('title');
  const useless = uselessAlt(plainText(picture), src.split('/').at(-1) ?? src, caption ? String(caption) : undefined);
  return (
    useless && says('mo-ta-anh', `ảnh “${src}” ${useless}`, 'viết trong ngoặc vuông điều người xem thấy trong ảnh')
  );
}

function htmlFaults(html: string, { line, column }: BodyPlace): BodyFault[] {
  return removedHtml(html).map(({ line: below, column: inside, what }) => ({
    line: line + below,
    column: below === 0 ? column + inside : inside + 1,
    message: says('html', `${what} không được dùng trong bài`, 'xóa đi, viết bằng Markdown'),
  }));
}
