import type { Document, Element } from '@xmldom/xmldom';
import type JSZip from 'jszip';
import type { AddNote } from '../import-note.ts';
import { ancestorNamed, childNamed, elementsNamed, readPart, removeNode, writePart } from './word-xml.ts';

/** What Word cuts off each side of a picture, as a share of its size, and by how many degrees it turns it. */
export interface ShownPart {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly degrees: number;
}

/** Gives the bytes of a picture as it is shown; undefined if it cannot be read. */
export type TurnPicture = (bytes: Uint8Array<ArrayBuffer>, shown: ShownPart) => Promise<Uint8Array | undefined>;

/** Cuts and turns the pictures of a document as Word shows them: what is hidden there is not published. */
export async function turnPictures(
  zip: JSZip,
  document: Document,
  turnPicture: TurnPicture,
  addNote: AddNote,
): Promise<void> {
  const relationsName = 'word/_rels/document.xml.rels';
  const relations = await readPart(zip, relationsName);
  const root = relations?.documentElement;
  if (!relations || !root) return;
  const targets = new Map(
    elementsNamed(relations, 'Relationship').map((element) => [element.getAttribute('Id') ?? '', element]),
  );
  let count = 0;
  for (const blip of elementsNamed(document, 'a:blip')) {
    const relation = targets.get(blip.getAttribute('r:embed') ?? '');
    // The converter fails at a picture that the file does not have.
    if (!relation) removeNode(ancestorNamed(blip, 'w:drawing') ?? blip);
    const shown = shownPart(blip);
    const target = relation?.getAttribute('Target')?.replace(/^\/?(word\/)?/, '') ?? '';
    const bytes = shown && (await zip.file(`word/${target}`)?.async('uint8array'));
    if (!relation || !shown || !bytes) continue;
    const turned = await turnPicture(new Uint8Array(bytes), shown);
    if (!turned) continue;
    count++;
    const [name, id] = [`media/shown-${count}${/\.\w+$/.exec(target)?.[0] ?? ''}`, `shown${count}`];
    zip.file(`word/${name}`, turned);
    const added = relations.importNode(relation, true) as Element;
    added.setAttribute('Id', id);
    added.setAttribute('Target', name);
    root.appendChild(added);
    blip.setAttribute('r:embed', id);
  }
  if (count === 0) return;
  writePart(zip, relationsName, relations);
  addNote('changed', `${count} ảnh cắt, xoay như Word hiển thị`);
}

/** ECMA-376 Part 1 §20.1.8.55 and §20.1.10.3: shares in thousandths of a percent, angles in 60,000ths of a degree. */
function shownPart(blip: Element): ShownPart | undefined {
  const fill = ancestorNamed(blip, 'pic:blipFill');
  const crop = childNamed(fill, 'a:srcRect');
  const share = (side: string) => Math.max(0, Number(crop?.getAttribute(side) || 0) / 100_000);
  const picture = fill && ancestorNamed(fill, 'pic:pic');
  const [transform] = picture ? elementsNamed(picture, 'a:xfrm') : [];
  const degrees = Math.round(Number(transform?.getAttribute('rot') || 0) / 60_000);
  const shown = { left: share('l'), top: share('t'), right: share('r'), bottom: share('b'), degrees };
  return Object.values(shown).some((value) => value !== 0) ? shown : undefined;
}
