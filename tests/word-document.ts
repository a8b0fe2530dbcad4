import JSZip from 'jszip';

const namespaces = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const officeType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The parts of a document of Word, as XML (ECMA-376) without their root elements. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  /** Bytes of pictures by name: the picture "a.jpg" has the relationship "a.jpg". */
  readonly pictures?: Readonly<Record<string, Buffer>>;
  /** Addresses of links by relationship. */
  readonly links?: Readonly<Record<string, string>>;
}

/** A .docx as Word writes it. */
export async function wordDocument(parts: WordParts): Promise<Buffer> {
  const zip = new JSZip();
  const relations: string[] = [];
  const relate = (id: string, type: string, target: string, mode = '') =>
    relations.push(`<Relationship Id="${id}" Type="${officeType}/${type}" Target="${target}"${mode}/>`);
  const addPart = (name: string, root: string, xml: string | undefined) => {
    if (xml === undefined) return;
    zip.file(`word/${name}.xml`, `${declaration}<w:${root} ${namespaces}>${xml}</w:${root}>`);
    if (name !== 'document') relate(`part-${name}`, name.replace(/\d/, ''), `${name}.xml`);
  };
  addPart('document', 'document', `<w:body>${parts.body}<w:sectPr/></w:body>`);
  addPart('styles', 'styles', parts.styles ?? '');
  addPart('numbering', 'numbering', parts.numbering);
  addPart('footnotes', 'footnotes', parts.footnotes);
  addPart('comments', 'comments', parts.comments);
  addPart('header1', 'hdr', parts.header);
  for (const [name, bytes] of Object.entries(parts.pictures ?? {})) {
    zip.file(`word/media/${name}`, bytes);
    relate(name, 'image', `media/${name}`);
  }
  for (const [id, address] of Object.entries(parts.links ?? {}))
    relate(id, 'hyperlink', address, ' TargetMode="External"');
  const relationships = (xml: string) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${xml}</Relationships>`;
  zip.file('word/_rels/document.xml.rels', relationships(relations.join('')));
  zip.file(
    '_rels/.rels',
    relationships(`<Relationship Id="rId1" Type="${officeType}/officeDocument" Target="word/document.xml"/>`),
  );
  zip.file(
    '[Content_Types].xml',
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/></Types>`,
  );
  return zip.generateAsync({ type: 'nodebuffer' });
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** A run of text; `properties` is the XML of w:rPr. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export const bold = '<w:b/>';
export const italic = '<w:i/>';

export function inFont(name: string): string {
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
}

/** A paragraph of runs, or of a text; `properties` is the XML of w:pPr. */
export function paragraph(content: string, properties = ''): string {
  const runs = content.startsWith('<w:') ? content : run(content);
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

export const centered = '<w:jc w:val="center"/>';

/** A picture in the text, by its relationship; `crop` is the XML of a:srcRect, `rotation` in degrees. */
export function picture(id: string, { crop = '', rotation = 0, alt = '' } = {}): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="${alt}"/><a:graphic><a:graphicData uri="picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${crop}</pic:blipFill><pic:spPr><a:xfrm rot="${rotation * 60_000}"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

export function table(rows: readonly (readonly string[])[]): string {
  const cell = (content: string) => `<w:tc><w:tcPr/>${content.startsWith('<w:') ? content : paragraph(content)}</w:tc>`;
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}
