import { DomUtils, parseDocument } from 'htmlparser2';

/** The elements of this name in HTML or a sitemap: their attributes, and their text with white space collapsed. */
export function elements(markup: string, name: string): Record<string, string>[] {
  return DomUtils.getElementsByTagName(name, parseDocument(markup)).map((element) => ({
    ...element.attribs,
    text: DomUtils.textContent(element).replace(/\s+/g, ' ').trim(),
  }));
}
