/** The name of a kind of personal data in messages. */
export type PersonalDataKind =
  | 'số căn cước'
  | 'số tài khoản ngân hàng'
  | 'số điện thoại di động'
  | 'địa chỉ thư điện tử';

/** Personal data at its offset in a text. */
export interface PersonalDatum {
  readonly offset: number;
  readonly text: string;
  readonly kind: PersonalDataKind;
}

/** The public contacts of the organisation: telephone numbers as digits, e-mail addresses. */
export interface OwnContacts {
  readonly telephones: readonly string[];
  readonly emails: readonly string[];
}

const email = /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,63}/giu;

const standalone = (number: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d_]|\d[.,/-])(?:${number})(?![\p{L}\d_]|[.,]\d|\/\p{L})`, 'gu');
const citizenId = standalone(String.raw`0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}`);
const labelledId = standalone(String.raw`\d(?:[ \u00A0.]?\d){8}(?:(?:[ \u00A0.]?\d){3})?`);
const account = standalone(String.raw`\d{6,19}|\d(?:[ \u00A0.]?\d){5,18}(?![ \u00A0]\d)`);

const gap = String.raw`(?:[ \u00A0]?[.-][ \u00A0]?|[ \u00A0])?`;
const mobile = new RegExp(
  [
    String.raw`(?<![\p{L}\d_+]|\d\.|(?<![\d.])\d{1,3},|97[89][- ])(?:`,
    String.raw`(?:\(\+84\)|\+84|84)${gap}(?:\(0\)${gap})?[35789](?:${gap}\d){8}`,
    String.raw`|0[35789](?:${gap}\d){8}`,
    String.raw`|\(0[35789]\d\)(?:${gap}\d){7}`,
    String.raw`|\(0[35789]\d\d\)(?:${gap}\d){6}`,
    String.raw`)(?![\p{L}\d_]|\.\d|-(?!0)\d|\/\p{L})`,
  ].join(''),
  'gu',
);

/** Words that say what the number after them is; in "tài khoản Zalo 09…" the last one decides. */
const labels = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${[
    '(?<id>cmnd|cmtnd|cmt|cccd|chứng minh (?:nhân dân|thư)|căn cước|định danh)',
    '(?<account>số tài khoản|tài khoản|số tk|stk|tk)',
    '(?<call>điện thoại|đt|sđt|dđ|di động|số máy|tel|hotline|đường dây nóng|zalo|viber|liên hệ|liên lạc|gọi)',
    '(?<other>fax|mst|isbn|issn|mã (?:số|vạch|hồ sơ|đơn)|(?:quyết định|công văn|giấy phép|hợp đồng|hóa đơn) số' +
      '|giấy chứng nhận|đăng ký (?:kinh doanh|doanh nghiệp))',
  ].join('|')})(?![\p{L}\d])`,
  'giu',
);
/** In characters. */
const maxLabelDistance = 60;
const maxOtherLabelDistance = 30;

const amount = new RegExp(
  String.raw`^[\s\uFFFC]*(?:%|(?:${[
    'đồng(?! chí)|đ|vnđ|vnd|usd|nghìn|ngàn|triệu|tỷ|tỉ',
    'người|hội viên|khách|hộ|lượt|thẻ|tài khoản',
  ].join('|')})(?!\p{L}))`,
  'iu',
);
const thousands = /^[1-9]\d{0,2}(?:[ \u00A0.]\d{3})+$/;
const dateOrYears = /^(?:\d{1,2}[ .]\d{1,2}[ .]\d{4}|(?:19|20)\d\d(?:[ .](?:19|20)\d\d)*)$/;

const publicMailDomains = new Set(
  `gmail.com googlemail.com yahoo.com yahoo.com.vn ymail.com outlook.com outlook.com.vn hotmail.com live.com msn.com
  icloud.com me.com proton.me protonmail.com zoho.com vnn.vn`.split(/\s+/),
);

/** Matches whenever one of the numbers does: a cheap test to skip texts without one. */
const anyNumber = /\d[\d ().+\-\u00A0]{4,}\d/;

interface Label {
  readonly kind: 'id' | 'account' | 'call' | 'other';
  /** The label and the text between it and the number. */
  readonly words: string;
}

function labelBefore(text: string, offset: number): Label | undefined {
  const before = text.slice(Math.max(0, offset - maxLabelDistance), offset);
  const phrase = before.split(/\d|\n\s*\n|[.!?;]\s/u).at(-1) ?? '';
  const found = [...phrase.matchAll(labels)].at(-1);
  if (!found) return undefined;
  const words = phrase.slice(found.index);
  if (found.groups?.['id']) return { kind: 'id', words };
  if (found.groups?.['account']) return { kind: 'account', words };
  if (found.groups?.['call']) return { kind: 'call', words };
  return words.length <= maxOtherLabelDistance ? { kind: 'other', words } : undefined;
}

/** "1.250.000" is an amount unless it follows words such as "STK:" directly. */
function isLikelyAmount(number: string, { words }: Label): boolean {
  return thousands.test(number) && !/^(?:số tài khoản|stk|số tk|(?:tài khoản|tk) số)[\s:\uFFFC]*$/iu.test(words);
}

function nationalNumber(telephone: string): string {
  return telephone.replace(/\D/g, '').replace(/^84(?:0(?=\d{9}$))?/, '0');
}

/**
 * Until 2017 landlines had an area code of three digits and a number of seven digits beginning with 3 or 6 (in Saigon
 * two and eight).
 */
function isLandlineFormat(telephone: string): boolean {
  const [first = '', second = ''] = telephone.match(/\d+/g) ?? [];
  if (!first.startsWith('0')) return false;
  if (first.length === 2) return !first.startsWith('09') || second.length < 3;
  return first.length === 3 && first < '090' && /^[36](?:\d{3}|\d{6})$/.test(second);
}

/**
 * Personal data that must not be published, in a text in NFC with U+FFFC in place of everything but running text:
 * "gọi 0912.345.678" → one "số điện thoại di động" at offset 4.
 */
export function personalData(text: string, own: OwnContacts): PersonalDatum[] {
  const ownNumbers = new Set(own.telephones.map(nationalNumber));
  const ownAddresses = new Set(own.emails.map((address) => address.toLowerCase()));
  const ownDomains = new Set([...ownAddresses].map(domainOf).filter((domain) => !publicMailDomains.has(domain)));
  const found: PersonalDatum[] = [];
  const taken = new Uint8Array(text.length);

  const collect = (
    kind: PersonalDataKind,
    pattern: RegExp,
    isPersonal: (piece: string, label: Label | undefined, isAmount: boolean) => boolean,
  ): void => {
    for (const { 0: piece, index: offset } of text.matchAll(pattern)) {
      const end = offset + piece.length;
      if (taken.subarray(offset, end).includes(1)) continue;
      const isAmount = amount.test(text.slice(end, end + 20));
      if (!isPersonal(piece, labelBefore(text, offset), isAmount)) continue;
      found.push({ offset, text: piece, kind });
      taken.fill(1, offset, end);
    }
  };

  if (text.includes('@'))
    collect('địa chỉ thư điện tử', email, (address) => {
      const plain = address.toLowerCase();
      return !ownAddresses.has(plain) && !ownDomains.has(domainOf(plain));
    });
  if (!anyNumber.test(text)) return found;
  collect('số căn cước', labelledId, (_, label, isAmount) => label?.kind === 'id' && !isAmount);
  collect(
    'số tài khoản ngân hàng',
    account,
    (number, label, isAmount) =>
      label?.kind === 'account' &&
      !isAmount &&
      !isLikelyAmount(number, label) &&
      !dateOrYears.test(number) &&
      !ownNumbers.has(nationalNumber(number)),
  );
  collect('số căn cước', citizenId, (_, label, isAmount) => label?.kind !== 'other' && !isAmount);
  collect(
    'số điện thoại di động',
    mobile,
    (number, label, isAmount) =>
      label?.kind !== 'other' &&
      !ownNumbers.has(nationalNumber(number)) &&
      !isLandlineFormat(number) &&
      !(number.startsWith('84') && (isAmount || number.includes('.'))),
  );
  return found.sort((a, b) => a.offset - b.offset);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
