import { isSyllable } from './syllable.ts';

/** UTF-8 is one when its bytes were read as Windows-1252, once or more often. */
export type LegacyEncodingName = 'UTF-8' | 'TCVN3' | 'VNI-Windows' | 'VISCII';

/** Vietnamese that was not written in Unicode, and what it says. */
export interface DecodedText {
  readonly encoding: LegacyEncodingName;
  readonly text: string;
}

/** A way of writing Vietnamese whose letters are shown wrong where Unicode is expected. */
interface LegacyEncoding {
  readonly name: LegacyEncodingName;
  /** What every text in it contains, and hardly any other: tested first. */
  readonly sign: RegExp;
  /** The parts of a text that are decoded and judged one by one. */
  readonly part: RegExp;
  readonly decode: (part: string) => string;
  /** Whether one such part in a Vietnamese paragraph is enough; otherwise most of the paragraph must be so. */
  readonly isCertain: boolean;
}

/** The characters of Windows-1252 from 0x80 to 0x9F; programs give the control character where it has none. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function tableOf(written: string, meant: string): ReadonlyMap<string, string> {
  const letters = [...meant];
  return new Map([...written].map((char, index) => [char, letters[index] ?? char]));
}

/** TCVN 5712:1993 VN3, of the fonts “.Vn…”; some programs make a Greek mu of its first sign. */
const tcvn3 = tableOf(
  'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦\u03BC',
  'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯà',
);

/** VISCII (RFC 1456), from 0x80 to 0xFF. */
const viscii = tableOf(
  windows1252 + String.fromCharCode(...Array.from({ length: 0x60 }, (_, index) => 0xa0 + index)),
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ',
);

function decodeByTable(table: ReadonlyMap<string, string>): LegacyEncoding['decode'] {
  return (word) => Array.from(word, (char) => table.get(char) ?? char).join('');
}

/** Letters of TCVN3 in Unicode. */
export const decodeTcvn3 = decodeByTable(tcvn3);

/** Words of letters and of the signs of a table. */
function wordsOf(table: ReadonlyMap<string, string>): RegExp {
  const signs = [...table.keys()].filter((char) => !/[\p{L}\u0080-\u009F–—‘’“”„…]/u.test(char));
  return new RegExp(`[\\p{L}${signs.join('')}]+`, 'gu');
}

/** The letters of VNI-Windows, and the marks that its signs put on the vowel before them. */
const vniLetters = tableOf('ôöñæóòîÔÖÑÆÓÒÎ', 'ơưđỉĩịỵƠƯĐỈĨỊỴ');
const vniMarks: Readonly<Record<string, string>> = {
  ...{ ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' },
  ...{ ê: '\u0306', é: '\u0306\u0301', è: '\u0306\u0300', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' },
  ...{ â: '\u0302', á: '\u0302\u0301', à: '\u0302\u0300', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323' },
};
const vniSigns: Readonly<Record<string, string>> = {
  ...{ a: 'ùøûõïêéèúüëâáàåãä', e: 'ùøûõïâáàåãä', o: 'ùøûõïâáàåãä' },
  ...{ ô: 'ùøûõï', u: 'ùøûõï', ö: 'ùøûõï', y: 'ùøûõ' },
};

/** Letters of VNI-Windows in Unicode (NFC). */
export function decodeVni(text: string): string {
  return decodeVniMarks(text).normalize('NFC');
}

function decodeVniMarks(word: string): string {
  return word.replace(/([aeoôuöy])([ùøûõïêéèúüëâáàåãä])|[ôöñæóòî]/gi, (found: string, base?: string, sign?: string) => {
    if (base === undefined || sign === undefined) return vniLetters.get(found) ?? found;
    const mark = vniSigns[base.toLowerCase()]?.includes(sign.toLowerCase()) ? vniMarks[sign.toLowerCase()] : undefined;
    return mark === undefined ? decodeVniLetters(found) : (vniLetters.get(base) ?? base) + mark;
  });
}

const decodeVniLetters = decodeByTable(vniLetters);

/** A character of UTF-8 whose bytes were read as Windows-1252. */
const continuation = `[\u0080-\u00BF${windows1252}]`;
const misread = `[Â-ßĂ]${continuation}|[à-ï]${continuation}{2}|[ð-ô]${continuation}{3}`;
const misreadCharacter = new RegExp(misread);
const misreadCharacters = new RegExp(misread, 'g');
/** “Ă” is what Windows-1258 has in the place of “Ã”. */
const byteOf = new Map([...windows1252].map((char, index) => [char, 0x80 + index] as const)).set('Ă', 0xc3);
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function decodeMisread(text: string): string {
  return text.replace(misreadCharacters, (found) => {
    const decoded = utf8.decode(Uint8Array.from(found, (char) => byteOf.get(char) ?? char.charCodeAt(0)));
    return decoded.includes('\uFFFD') ? found : decoded;
  });
}

/**
 * Characters whose last byte copying loses, because Windows-1252 has a no-break space or nothing in its place: what is
 * left of them, and what they can be.
 */
const damaged: Readonly<Record<string, string>> = { 'Ã ': 'à', 'Ă ': 'à', 'á»': 'ềọỏờ', Ä: 'Đ' };

/** Completes damaged characters where only one makes a syllable: "lÃ m", "vÃ  cÃ¡c", "há»p". */
function restoreDamaged(text: string): string {
  return text.replace(/([ÃĂ] |á»|Ä)(?=(\p{L}{0,6}))/gu, (found, _, after: string, offset: number) => {
    const [before = ''] = /\p{L}{0,6}$/u.exec(text.slice(Math.max(0, offset - 6), offset)) ?? [];
    const possible = [...(damaged[found] ?? '')].filter((letter) =>
      isSyllable(`${before.replace('Ä', 'Đ')}${letter}${after}`),
    );
    if (possible.length === 1) return possible[0] ?? found;
    return found.endsWith(' ') ? 'à ' : found;
  });
}

/** What no language writes, so that it may stand for punctuation and foreign letters: "â€œ", "Ã©e", "á»™i". */
const surelyMisread =
  /â€[œ“”˜™\u0080-\u009F¦¢]|á[º»].(?=\p{L})|á[º»][\u0080-\u009F¡-ª¬-±´-¶¸ºƒ„†‡ˆ‰Š‹ŒŽ™š›œžŸ]|[ÃÄÅÆ][\u0080-\u009F¡-ª¬-¶¸-º¼-¿ƒ„†‡ˆ‰Š‹ŒŽ™š›œžŸ](?=\p{Ll})/u;

/** Letters and signs that are in no Vietnamese word, next to a letter; or a capital right after a small letter. */
const notVietnamese = '[¡-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]';
const tableSign = new RegExp(`[A-Za-zÀ-ỹ]${notVietnamese}|${notVietnamese}[A-Za-zÀ-ỹ]|[a-z][À-Þ]`);

const encodings: readonly LegacyEncoding[] = [
  ...[1, 2, 3].map(
    (times): LegacyEncoding => ({
      name: 'UTF-8',
      sign: misreadCharacter,
      part: /[^ \n\t]+/g,
      decode: (part) => Array.from({ length: times }).reduce<string>(decodeMisread, part),
      isCertain: true,
    }),
  ),
  { name: 'TCVN3', sign: tableSign, part: wordsOf(tcvn3), decode: decodeTcvn3, isCertain: false },
  {
    name: 'VNI-Windows',
    sign: /[aA][ùøûõïêéèúüëâáàåãäÙØÛÕÏÊÉÈÚÜËÂÁÀÅÃÄ]|[eE][ùøûõïâáàåãäÙØÛÕÏÂÁÀÅÃÄ]|[oO][ùøûõïâåäÙØÛÕÏÂÅÄ]|[uyUYôöÔÖ][ùøûõïÙØÛÕÏ]|[ñöÑÖ]/,
    part: /\p{L}+/gu,
    decode: decodeVniMarks,
    isCertain: false,
  },
  { name: 'VISCII', sign: tableSign, part: wordsOf(viscii), decode: decodeByTable(viscii), isCertain: false },
];

const vniVowels = /[aAeE][ùøûõâàãÙØÛÕÂÀÃ]/;
const vniSignsAfterVowels = 'ùøûõâàãÙØÛÕÂÀÃ';

/** 1 for each character of plain Vietnamese text, by its code; a pattern takes ten times as long. */
const plainCharacters = new Uint8Array(0x2200);
for (let code = 0; code < plainCharacters.length; code++)
  if (/[\n\t -~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9–—‘’“”•…]/.test(String.fromCharCode(code)))
    plainCharacters[code] = vniSignsAfterVowels.includes(String.fromCharCode(code)) ? 2 : 1;

/** Whether a text has only ASCII and the letters and marks of plain Vietnamese text, in a plausible order. */
export function isPlainVietnamese(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const kind = plainCharacters[text.charCodeAt(index)];
    if (!kind || (kind === 2 && /[aAeE]/.test(text[index - 1] ?? ''))) return false;
  }
  return true;
}

const suspicious = [new RegExp(`[Â-ôĂ]${continuation}`), new RegExp(notVietnamese), vniVowels];

/** Whether a text may contain a paragraph in another encoding than Unicode. */
export function mayNeedDecoding(text: string): boolean {
  return suspicious.some((pattern) => pattern.test(text));
}

/** The Vietnamese that a paragraph in another encoding than Unicode says; undefined if it is no such paragraph. */
export function decodeLegacyText(paragraph: string): DecodedText | undefined {
  for (const encoding of encodings) {
    if (!encoding.sign.test(paragraph) || (!encoding.isCertain && isMostlyUnicode(paragraph))) continue;
    const { gained, gainedLong, lost, lostNative, foreign, native } = judge(paragraph, encoding);
    // Many words that are Vietnamese only as they are: the paragraph mixes two encodings, and no rule tells them apart.
    if (!encoding.isCertain && 6 * lostNative > gained) continue;
    const isEnough = encoding.isCertain ? gained > 0 : gained > 1 && gainedLong > 0 && gained >= native;
    if (!isEnough || gained < 4 * lost + 2 * foreign) continue;
    const text = decodeParts(paragraph, encoding);
    if (encoding.name === 'UTF-8') return { encoding: encoding.name, text: restoreDamaged(restoreDamaged(text)) };
    return { encoding: encoding.name, text: keepVietnameseLines(paragraph, text) };
  }
  return undefined;
}

/** Whether a paragraph has many letters of Vietnamese that no other encoding has; counting is faster than judging. */
function isMostlyUnicode(paragraph: string): boolean {
  const count = (letters: RegExp) => paragraph.match(letters)?.length ?? 0;
  return 2 * count(/[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/g) > count(/[\u00A1-\u00FF]/g);
}

/** How many parts of a paragraph become Vietnamese when decoded, are no Vietnamese then, or are right as they are. */
function judge(paragraph: string, { part, decode }: LegacyEncoding) {
  const counts = { gained: 0, gainedLong: 0, lost: 0, lostNative: 0, foreign: 0, native: 0 };
  for (const written of (paragraph.match(part) ?? []).filter(saysEncoding)) {
    const decoded = decode(written).normalize('NFC');
    const native = isNative(written) ? 1 : 0;
    if (decoded === written) counts.native += native;
    else if ((isVietnamese(decoded) || surelyMisread.test(written)) && !misreadCharacter.test(decoded)) {
      counts.gained += 1 - native;
      // "R³" and "b×" are formulas.
      counts.gainedLong += decoded.length > 2 ? 1 - native : 0;
    } else if (native === 0 && isForeignWord(written)) counts.foreign += 1;
    else if (!/^[^\p{Ll}]+$/u.test(decoded)) {
      counts.lost += 1;
      counts.lostNative += native;
    }
  }
  return counts;
}

/** Whether a part has letters or signs that encodings differ in, and is not a single sign. */
function saysEncoding(part: string): boolean {
  return /[^\0-\x7F]/.test(part) && !/^\P{L}$/u.test(part);
}

/** A decoded paragraph, but with the lines as they were that are Vietnamese already: "có ba ý" in a list. */
function keepVietnameseLines(written: string, decoded: string): string {
  const lines = written.split('\n');
  if (lines.length === 1) return decoded;
  return decoded
    .split('\n')
    .map((line, index) => (isVietnamese(lines[index] ?? '') ? (lines[index] ?? '') : line))
    .join('\n');
}

/** Whether all words of a text with letters beyond ASCII are Vietnamese syllables, and there is one. */
function isVietnamese(text: string): boolean {
  const words = (text.match(/\p{L}+/gu) ?? []).filter((word) => /[^\0-\x7F]/.test(word));
  return words.length > 0 && words.every(isSyllable);
}

/** Whether a word may be one of another language, such as "Nestlé", "Müller" and "São": only letters, in usual case. */
function isForeignWord(written: string): boolean {
  return /^[A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ]+$/.test(written) && /[^\0-\x7F]/.test(written) && !/[æø÷þð]/i.test(written);
}

function isNative(written: string): boolean {
  return isVietnamese(written) && !surelyMisread.test(written);
}

function staysAsWritten(written: string, { isCertain }: LegacyEncoding): boolean {
  return isNative(written) || (!isCertain && isForeignWord(written));
}

function decodeParts(paragraph: string, encoding: LegacyEncoding): string {
  return paragraph
    .split('\n')
    .map((line) => {
      const isInCapitals = /[A-Z]{2}/.test(line) && !/[a-z]/.test(line);
      return line.replace(encoding.part, (written) => {
        const decoded = encoding.decode(written).normalize('NFC');
        if (/^[·©«»]$/.test(written) || (staysAsWritten(written, encoding) && !isVietnamese(decoded))) return written;
        const isCapital = isInCapitals || (!/[a-z]/.test(written) && /[A-Z].*[A-Z]/.test(written));
        // The capitals of TCVN3 are the small letters of another font.
        return isCapital && encoding.name === 'TCVN3' ? decoded.toUpperCase() : decoded;
      });
    })
    .join('\n');
}
