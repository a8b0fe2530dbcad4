import type { Document, Element } from '@xmldom/xmldom';
import type JSZip from 'jszip';
import { type AddNote, quoted } from '../import-note.ts';
import { ancestorNamed, elementsNamed, readPart, removeNode, textIn } from './word-xml.ts';

/** Removes what no page can show, or was not meant to be shown, and tells each. */
export function removeUnprintable(document: Document, addNote: AddNote): void {
  for (const formula of elementsNamed(document, 'm:oMath')) {
    const text = elementsNamed(formula, 'm:t')
      .map(({ textContent }) => textContent)
      .join('');
    addNote('left out', `công thức ${quoted(text)} · gõ lại, hoặc chụp thành ảnh, ở chỗ có chữ “(công thức: …)”`);
    markPlace(ancestorNamed(formula, 'm:oMathPara') ?? formula, `(công thức: ${text})`);
  }
  for (const object of elementsNamed(document, 'w:object')) {
    const program = elementsNamed(object, 'o:OLEObject')[0]?.getAttribute('ProgID') ?? '';
    const what = program.startsWith('Equation') ? 'công thức' : `đối tượng nhúng (${program || 'OLE'})`;
    addNote('left out', `một ${what} · mở Word, chụp thành ảnh rồi đặt vào chỗ có chữ “(${what})”`);
    markPlace(object, `(${what})`);
  }
  for (const hidden of elementsNamed(document, 'w:vanish')) {
    const run = ancestorNamed(hidden, 'w:r');
    if (!run || ['0', 'false'].includes(hidden.getAttribute('w:val') ?? '')) continue;
    const text = elementsNamed(run, 'w:t')
      .map(({ textContent }) => textContent)
      .join('');
    if (text.trim()) addNote('left out', `chữ ẩn ${quoted(text)}`);
    removeNode(run);
  }
}

/** Puts a run of text in the place of an element, where the sentence would otherwise have a gap. */
function markPlace(element: Element, text: string): void {
  const { ownerDocument, parentNode } = element;
  const [run, content] = ['w:r', 'w:t'].map((name) => ownerDocument?.createElement(name));
  if (!run || !content) return;
  content.textContent = text;
  run.appendChild(content);
  const place = ancestorNamed(element, 'w:r') ?? element;
  if (place === element) parentNode?.insertBefore(run, element);
  else place.parentNode?.insertBefore(run, place);
  removeNode(element);
}

/** Tells which changes that Word tracks were accepted. */
export function tellTrackedChanges(document: Document, addNote: AddNote): void {
  const inserted = elementsNamed(document, 'w:ins').filter(({ parentNode }) => parentNode?.nodeName !== 'w:rPr');
  const deleted = elementsNamed(document, 'w:del').flatMap((node) => elementsNamed(node, 'w:delText'));
  if (inserted.length === 0 && deleted.length === 0) return;
  const text = deleted.map(({ textContent }) => textContent).join('');
  const removed = text.trim() ? `, bỏ chữ đã xóa ${quoted(text)}` : '';
  addNote('changed', `tệp còn theo dõi sửa (Track Changes): nhận ${inserted.length} chỗ thêm${removed}`);
}

/** Tells the texts around the document: comments, headers and footers. */
export async function tellSurroundings(zip: JSZip, addNote: AddNote): Promise<void> {
  const comments = await readPart(zip, 'word/comments.xml');
  for (const comment of comments ? elementsNamed(comments, 'w:comment') : [])
    addNote(
      'left out',
      `ghi chú bên lề của ${comment.getAttribute('w:author') || 'ai đó'}: ${quoted(textIn(comment))}`,
    );
  const texts = new Map<string, string>();
  for (const name of Object.keys(zip.files)
    .filter((path) => /^word\/(header|footer)\d*\.xml$/.test(path))
    .sort()) {
    const part = await readPart(zip, name);
    const text = part ? textIn(part).replace(/^[\d\s]+$/, '') : '';
    if (text) texts.set(text, name.includes('header') ? 'đầu trang' : 'chân trang');
  }
  for (const [text, place] of texts) addNote('left out', `chữ ở ${place} ${quoted(text)}`);
}
