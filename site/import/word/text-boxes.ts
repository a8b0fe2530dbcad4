import type { Document, Element } from '@xmldom/xmldom';
import { type AddNote, quoted } from '../import-note.ts';
import { ancestorNamed, childElements, childNamed, elementsNamed, removeNode, textIn } from './word-xml.ts';

/** Names of drawings that are neither a picture nor text. */
const otherDrawings = ['wps:wsp', 'c:chart', 'dgm:relIds', 'wpc:wpc', 'wpg:wgp'];

/**
 * Puts the text of text boxes below the paragraph that they are anchored in, and each picture of a group into a drawing
 * of its own; other drawings are left out and told.
 */
export function liftTextBoxes(document: Document, addNote: AddNote): void {
  let lost = 0;
  for (const alternatives of elementsNamed(document, 'mc:AlternateContent')) {
    if (ancestorNamed(alternatives, 'mc:Fallback')) continue;
    const choice = childNamed(alternatives, 'mc:Choice') ?? childNamed(alternatives, 'mc:Fallback');
    if (!choice) continue;
    if (!liftContent(choice, addNote)) lost++;
    for (const child of childElements(choice)) alternatives.parentNode?.insertBefore(child, alternatives);
    removeNode(alternatives);
  }
  for (const drawing of elementsNamed(document, 'w:drawing', 'w:pict')) if (!liftContent(drawing, addNote)) lost++;
  if (lost > 0)
    addNote('left out', `${lost} hình vẽ, biểu đồ, SmartArt của Word · cần thì chụp màn hình thành ảnh, đặt cạnh bài`);
}

/** Lifts what can be kept out of a drawing; false if it has nothing that can. */
function liftContent(drawing: Element, addNote: AddNote): boolean {
  const boxes = elementsNamed(drawing, 'w:txbxContent').filter((box) => !hasAncestorWithin(box, drawing));
  for (const box of boxes) {
    const text = textIn(box);
    if (text) addNote('changed', `khung chữ ${quoted(text)} đưa xuống dưới đoạn chứa nó`);
    const host = ancestorNamed(drawing, 'w:p');
    for (const block of childElements(box).toReversed())
      if (host) host.parentNode?.insertBefore(block, host.nextSibling);
    removeNode(box);
  }
  const isGroup = elementsNamed(drawing, 'wpg:wgp', 'wpc:wpc').length > 0;
  const pictures = elementsNamed(drawing, 'pic:pic');
  if (isGroup) for (const picture of pictures) drawing.parentNode?.insertBefore(drawingOf(picture), drawing);
  if (isGroup) removeNode(drawing);
  const isOther = elementsNamed(drawing, ...otherDrawings).length > 0;
  return boxes.length > 0 || pictures.length > 0 || !isOther;
}

/** Whether a text box stands in another one of the same drawing. */
function hasAncestorWithin(box: Element, drawing: Element): boolean {
  const outer = ancestorNamed(box, 'w:txbxContent', drawing.tagName);
  return outer !== undefined && outer !== drawing && outer.tagName === 'w:txbxContent';
}

/** A drawing of one picture, as Word writes it. */
function drawingOf(picture: Element): Element {
  const { ownerDocument } = picture;
  if (!ownerDocument) return picture;
  const names = ['w:drawing', 'wp:inline', 'a:graphic', 'a:graphicData'];
  const [outer, ...inner] = names.map((name) => ownerDocument.createElement(name));
  const innermost = inner.reduce<Element | undefined>((parent, child) => {
    parent?.appendChild(child);
    return child;
  }, outer);
  innermost?.appendChild(picture);
  return outer ?? picture;
}
