import { escaped } from '../html.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Forbidden characters and some more, sought first: by whole characters that takes ten times as long. */
const doubtful = /[^\t\n\r -\uD7FF\uE000-\uFFFD]/;

/** Text without the characters XML 1.0 §2.2 forbids. */
export function xmlCharacters(text: string): string {
  if (!doubtful.test(text)) return text;
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** Text for XML: escaped, without the characters it forbids. */
export function xmlText(text: string): string {
  return escaped(xmlCharacters(text));
}

function opened(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${xmlText(String(value))}"`,
  );
  return `<${name}${written.join('')}`;
}

/** An element that holds text, on a line of its own; attributes that are undefined are left out. */
export function xmlElement(name: string, text: string, attributes: Attributes = {}): string {
  return `${opened(name, attributes)}>${xmlText(text)}</${name}>\n`;
}

/** An element that holds nothing. */
export function xmlEmpty(name: string, attributes: Attributes): string {
  return `${opened(name, attributes)}/>\n`;
}
