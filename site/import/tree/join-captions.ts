import type { Element, ElementContent } from 'hast';
import { type AddNote, quoted } from '../import-note.ts';
import { descendants, element, hasClass, isElement, lineOf } from './blocks.ts';
import { isWholly } from './repair-inline.ts';

const maxCaptionLength = 250;

/** Pictures as blocks of their own, each with the caption that stood below it. */
export function joinCaptions(blocks: readonly Element[], addNote: AddNote): Element[] {
  const result: Element[] = [];
  for (const block of blocks.flatMap(separatePictures)) {
    const picture = pictureOf(result.at(-1));
    if (picture && !picture.properties['title'] && isCaption(block)) {
      picture.properties['title'] = lineOf(block);
      addNote('changed', `dòng ${quoted(lineOf(block))} thành chú thích của ảnh ${String(picture.properties['src'])}`);
    } else result.push(block);
  }
  return result;
}

/** The picture that a block consists of. */
function pictureOf(block: Element | undefined): Element | undefined {
  const [only, another] = block?.tagName === 'p' ? block.children : [];
  return another === undefined && isElement(only, 'img') ? only : undefined;
}

/** A paragraph and the pictures in it, each a block; those before the first word stay before it. */
function separatePictures(block: Element): Element[] {
  if (block.tagName !== 'p' || descendants(block, 'img').length === 0 || pictureOf(block)) return [block];
  const first = firstContent(block);
  const pictures = descendants(block, 'img').map((picture) => element('p', [picture]));
  const text = { ...block, children: withoutPictures(block.children) };
  if (lineOf(text) === '') return pictures;
  return isElement(first, 'img') ? [...pictures, text] : [text, ...pictures];
}

function firstContent(node: Element): ElementContent | undefined {
  for (const child of node.children) {
    if (child.type === 'text' && child.value.trim()) return child;
    if (!isElement(child)) continue;
    const inner = child.tagName === 'img' ? child : firstContent(child);
    if (inner) return inner;
  }
  return undefined;
}

function withoutPictures(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node];
    return node.tagName === 'img' ? [] : [{ ...node, children: withoutPictures(node.children) }];
  });
}

/** Whether a paragraph below a picture says what is in it: by its style, in italics or centred, or by its first word. */
function isCaption(block: Element): boolean {
  const text = lineOf(block);
  if (block.tagName !== 'p' || !text || text.length > maxCaptionLength || descendants(block, 'a').length > 0)
    return false;
  if (hasClass(block, 'caption')) return true;
  const isSet = isWholly(block, 'em') || hasClass(block, 'centered');
  return (
    (isSet && !/^(tác giả|bài và ảnh|bài, ảnh|tin)\b/i.test(text)) || /^(ảnh|hình|h\.)( \d+|\s*:| minh họa)/i.test(text)
  );
}
