import type { Problem } from '#news/rule.ts';
import { foreignAttributes, type HtmlPart, isTag, isWrapper } from './html-tags.ts';
import { framePage } from './shown-html.ts';

/** Whether a part is one that other programs write and no page prints. */
export function isForeign(part: HtmlPart): boolean {
  if (part.kind === 'instruction') return true;
  return isTag(part) && !part.isWord && (isWrapper(part) || foreignAttributes(part).length > 0);
}

/** What is taken out of a part of a body, in one sentence. */
export function foreignHtmlProblem(parts: readonly HtmlPart[]): Problem {
  const found = parts.filter(isForeign).filter(({ kind }) => kind !== 'close');
  if (found.some(framePage))
    return {
      rule: 'the-thua',
      wrong: 'khung chiếu của trang khác in thành liên kết',
      remedy: 'viết [chữ](địa-chỉ); video muốn có ảnh xem trước thì viết khối ::: video',
    };
  const tags = found.filter(isWrapper).map(({ name }) => `thẻ <${name}>`);
  const attributes = found
    .filter((part) => !isWrapper(part))
    .flatMap((part) => foreignAttributes(part).map((attribute) => `${attribute} của thẻ <${part.name}>`));
  const [first = 'thẻ thừa', ...others] = [...new Set([...tags, ...attributes])];
  const hasPicture = found.some(({ name }) => name === 'img');
  const hasLink = found.some(({ name, attributes }) => name === 'a' && attributes['href']);
  const written = hasPicture ? 'viết ![mô tả](ten-anh.jpg)' : hasLink ? 'viết [chữ](địa-chỉ)' : undefined;
  const more = others.length > 0 ? ` và ${others.length} thứ nữa` : '';
  return {
    rule: 'the-thua',
    wrong: `${first}${more} là của chương trình khác, ${written ? 'in ra như viết bằng Markdown' : 'không in ra'}`,
    remedy: written ?? 'viết bằng Markdown',
  };
}
