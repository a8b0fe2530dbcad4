import { selectedLines, type TextEdit, type TextSelection } from './text-edit.ts';

/** A link of a text: what readers see, and its address. */
export interface MarkdownLink {
  readonly text: string;
  readonly address: string;
}

/** A link, and the part of a text that is or becomes it. */
export interface PlacedLink extends MarkdownLink {
  readonly from: number;
  readonly to: number;
  /** Whether the text has this link already. */
  readonly isWritten: boolean;
}

const writtenLink = /(?<!!)\[((?:\\.|[^[\]\\])*)\]\((?:<([^>]*)>|((?:[^()\s]|\([^()]*\))*))(?:\s+"[^"]*")?\)/g;

/** The link that a selection stands in, or the one that it would become: a selected address is the address. */
export function linkAt(selection: TextSelection): PlacedLink {
  const { text, start, end } = selection;
  const [line] = selectedLines(selection);
  for (const found of line?.text.matchAll(writtenLink) ?? []) {
    const from = (line?.start ?? 0) + found.index;
    const to = from + found[0].length;
    if (from <= start && end <= to && (start < to || start < end))
      return { from, to, text: found[1] ?? '', address: found[2] ?? found[3] ?? '', isWritten: true };
  }
  const selected = text.slice(start, end);
  const from = start + (selected.length - selected.trimStart().length);
  const label = selected.trim().replace(/\s+/g, ' ');
  const address = /^(https?:\/\/|www\.)\S+$/i.test(label) ? label : '';
  const to = label === '' ? from : from + selected.trim().length;
  return { from, to, text: address === '' ? label : '', address, isWritten: false };
}

/** Writes a link at its place: a bare address where it has no text of its own. */
export function writeLink({ from, to }: PlacedLink, { text, address }: MarkdownLink): TextEdit {
  const target = completeAddress(address);
  const label = text.trim();
  const isBare = (label === '' || label === target) && /^https?:/.test(target);
  const insert = isBare ? target : `[${escapeLabel(label || address.trim())}](${target})`;
  return { from, to, insert, selectStart: from + insert.length, selectEnd: from + insert.length };
}

/** Takes a link off its text. */
export function removeLink({ from, to, text }: PlacedLink): TextEdit {
  return { from, to, insert: text, selectStart: from, selectEnd: from + text.length };
}

const fileName = /\.(?:jpe?g|png|webp|gif|avif|pdf|docx?|xlsx?|pptx?|odt|ods|mp[34]|zip|rar|md)$/i;

/** An address as a link needs it: "www.vusta.vn" and "vusta.vn" with https://, a mail address with mailto:. */
export function completeAddress(written: string): string {
  const address = written.trim().replace(/^<(.*)>$/, '$1');
  const encoded = address.replace(
    /[\s()<>]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  if (/^[a-z][a-z\d+.-]*:|^[/#?.]/i.test(encoded)) return encoded;
  if (/^[^\s@/]+@[^\s@/.]+(?:\.[^\s@/.]+)+$/.test(encoded)) return `mailto:${encoded}`;
  const isHost = /^(?:[\p{L}\d-]+\.)+[a-z]{2,}(?:[:/?#].*)?$/iu.test(encoded) && !fileName.test(encoded);
  return isHost ? `https://${encoded}` : encoded;
}

/** A text between square brackets: brackets in it end nothing. */
export function escapeLabel(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/(?<!\\)[[\]]/g, '\\$&');
}
