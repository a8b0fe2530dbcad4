import type { Problem } from '#news/rule.ts';
import {
  decodeLegacyText,
  isPlainVietnamese,
  type LegacyEncodingName,
  mayNeedDecoding,
} from '#vietnamese/legacy-encoding.ts';
import { textParts } from './text-parts.ts';

/** A repair with one meaning: its place in the text as it was written, and what editors are told. */
export interface TextRepair extends Problem {
  readonly line: number;
  readonly column: number;
}

/** A text of content/ as it was meant: in Unicode, without characters that nobody sees. Its lines stay the same. */
export function repairText(text: string): { readonly text: string; readonly repairs: readonly TextRepair[] } {
  if (isPlainVietnamese(text)) return { text, repairs: [] };
  const decoded = decodeParts(text);
  const visible = withoutUnseen(decoded.text);
  return { text: visible.text, repairs: [...decoded.repairs, ...visible.repairs] };
}

const encodingDescriptions: Readonly<Record<LegacyEncodingName, string>> = {
  'UTF-8': 'là UTF-8 bị đọc nhầm bảng mã',
  TCVN3: 'gõ bằng bảng mã TCVN3 (phông .VnTime)',
  'VNI-Windows': 'gõ bằng bảng mã VNI',
  VISCII: 'gõ bằng bảng mã VISCII',
};

function decodeParts(text: string): ReturnType<typeof repairText> {
  if (!mayNeedDecoding(text)) return { text, repairs: [] };
  const repairs: TextRepair[] = [];
  let repaired = '';
  let end = 0;
  for (const part of textParts(text)) {
    const decoded = mayNeedDecoding(part.text) ? decodeParagraph(part.text) : undefined;
    if (!decoded) continue;
    repairs.push({
      ...{ line: part.line, column: 1 },
      rule: 'bang-ma',
      wrong: `đoạn “${excerpt(part.text)}” ${encodingDescriptions[decoded.encoding]}`,
      remedy: `chạy npm run check -- --fix để đổi thành “${excerpt(decoded.text)}”`,
    });
    repaired += text.slice(end, part.offset) + decoded.text;
    end = part.offset + part.text.length;
  }
  return { text: repaired + text.slice(end), repairs };
}

/** Decodes a paragraph, or the lines of it that alone need it: items of a list, rows of a table. */
function decodeParagraph(text: string): ReturnType<typeof decodeLegacyText> {
  const whole = decodeOutsideCode(text);
  if (whole || !text.includes('\n')) return whole;
  const lines = text.split('\n').map((line) => ({ line, decoded: decodeOutsideCode(line) }));
  const first = lines.find(({ decoded }) => decoded)?.decoded;
  return first && { ...first, text: lines.map(({ line, decoded }) => decoded?.text ?? line).join('\n') };
}

/** Inline code stays as it is: it shows what it contains. */
function decodeOutsideCode(text: string): ReturnType<typeof decodeLegacyText> {
  const pieces = text.split(/(`[^`]*`)/);
  const decoded = decodeLegacyText(pieces.map((piece, index) => (index % 2 === 0 ? piece : '``')).join(''));
  if (!decoded) return undefined;
  const around = decoded.text.split('``');
  // A text with two grave accents in a row is rare, and then nothing tells what was code.
  if (around.length !== (pieces.length + 1) / 2) return undefined;
  return { ...decoded, text: pieces.map((piece, index) => (index % 2 === 0 ? around[index / 2] : piece)).join('') };
}

function excerpt(text: string): string {
  const line = text.replace(/^[\s>#*+-]+/, '').replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40).trimEnd()}…` : line;
}

const unseen = /[\f\u00AD\u180E\u200B-\u200F\u2028\u2029\u2060-\u2064\uFEFF]/;
/** What ends a page in the text of a PDF, a line or a paragraph in a program for layouts: it stands for a space. */
const breaks = /[\f\u2028\u2029]/;
/**
 * Line breaks of Thai, Lao, Burmese and Khmer, joiners and hyphens outside Latin words, and marks of direction beside
 * letters that are written from the right have a meaning.
 */
const meaningless =
  /(?<![\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Khmr}])[\f\u180E\u200B\u2028\u2029\u2060-\u2064\uFEFF]+|[\u200E\u200F]+|(?<=[\p{sc=Latin}\p{M}])[\u00AD\u200C\u200D]+(?=[\p{sc=Latin}\p{M}])/gu;

const fromTheRight = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}]/u;

const tcvn3Sign = /[a-z][µ¸¶·¹¨©ª«¬®»¼½¾ÕÞÊÇËÎÑÖæ÷øûþ]/;

function withoutUnseen(text: string): ReturnType<typeof repairText> {
  if (!unseen.test(text)) return { text, repairs: [] };
  // A soft hyphen is a letter of TCVN3, and text in it may be left, as in code.
  const mayBeLetter = text.includes('\u00AD') && tcvn3Sign.test(text);
  const hasDirections = /[\u200E\u200F]/.test(text) && fromTheRight.test(text);
  const isMeant = (run: string) =>
    (mayBeLetter && run.includes('\u00AD')) || (hasDirections && /[\u200E\u200F]/.test(run));
  const found = [...text.matchAll(meaningless)].filter(([run]) => !isMeant(run));
  const [first] = found;
  if (!first) return { text, repairs: [] };
  const before = text.slice(0, first.index).split('\n');
  const others = found.length > 1 ? `, và ${found.length - 1} chỗ nữa trong tệp` : '';
  const repair: TextRepair = {
    ...{ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    rule: 'ky-tu-an',
    wrong: `ở đây có một ký tự không ai thấy (${codePoint(first[0])})${others}`,
    remedy: 'chạy npm run check -- --fix để bỏ',
  };
  return {
    text: text.replace(meaningless, (run, offset: number) =>
      isMeant(run) ? run : isSpaceNeeded(run, text, offset) ? ' ' : '',
    ),
    repairs: [repair],
  };
}

function isSpaceNeeded(run: string, text: string, offset: number): boolean {
  return breaks.test(run) && /\S/.test(text[offset - 1] ?? ' ') && /\S/.test(text[offset + run.length] ?? ' ');
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
