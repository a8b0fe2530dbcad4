/** A date as somebody wrote it: a day and, where one was written, a time of day in a zone. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time?: {
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    /** In minutes east of UTC; undefined where no zone was written. */
    readonly offset?: number;
  };
}

/** In characters; no date is longer. */
const maxLength = 100;

/** What one part of the text says. */
type Part =
  | { readonly is: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly is: 'time'; readonly hour: number; readonly minute: number; readonly second: number }
  | { readonly is: 'part of the day'; readonly toHour: (hour: number) => number | undefined }
  | { readonly is: 'zone'; readonly offset: number }
  | { readonly is: 'filler' };

/** A kind of part: where it stands, and what it says; undefined where it says nothing for certain. */
type Notation = readonly [
  pattern: RegExp,
  read: (groups: Readonly<Record<string, string | undefined>>) => Part | undefined,
];

const dash = '[-\u2010-\u2015\u2212]';
const separator = `(?:[/.]|${dash})`;
/** Not in the middle of a longer number: 1-3/11/2026 is no third of November 2011. */
const numberEnds = `(?!\\d|${separator}\\d)`;
const wordEnds = '(?!\\p{L})';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const englishMonth =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const vietnameseMonths = [
  ...['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'],
];
const vietnameseMonth = `(?:tháng|thg|th)\\.?\\s*(?:(?<month>\\d{1,2})|(?<name>${vietnameseMonths.toReversed().join('|')})${wordEnds})`;

function day(year: string, month: number | string, dayOfMonth: string): Part | undefined {
  const fullYear = year.length === 2 ? yearOfTwoDigits(Number(year)) : Number(year);
  return fullYear === undefined
    ? undefined
    : { is: 'day', year: fullYear, month: Number(month), day: Number(dayOfMonth) };
}

/** 26 is 2026, 98 is 1998; which century 45 to 49 mean is not certain. */
function yearOfTwoDigits(year: number): number | undefined {
  if (year >= 50) return 1900 + year;
  return year < 45 ? 2000 + year : undefined;
}

function time(hour: string, minute = '0', second = '0'): Part | undefined {
  const isOnClock = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return isOnClock ? { is: 'time', hour: Number(hour), minute: Number(minute), second: Number(second) } : undefined;
}

/** Hours of a clock that shows twelve, from `first` to `last`, belong to the afternoon; those up to 23 say so themselves. */
function afternoon(first: number, last: number, firstWritten = first + 12): (hour: number) => number | undefined {
  return (hour) => {
    if (hour >= first && hour <= last) return hour + 12;
    return hour >= firstWritten ? hour : undefined;
  };
}

const beforeNoon = (hour: number) => (hour < 12 ? hour : undefined);
/** At noon the hours 10 to 14; one and two are those after twelve. */
const aroundNoon = (hour: number) => (hour >= 10 && hour <= 14 ? hour : [13, 14].find((later) => later === hour + 12));
const ante = (hour: number) => (hour === 12 ? 0 : beforeNoon(hour));
const post = (hour: number) => (hour === 12 ? 12 : afternoon(1, 11)(hour));

/** What hour each part of the day makes of a written one; none where readers may understand two, as of 12 giờ đêm. */
const partsOfDay: readonly [pattern: string, toHour: (hour: number) => number | undefined][] = [
  ['(?:rạng sáng|sáng sớm|sáng)', beforeNoon],
  ['trưa', aroundNoon],
  ['chiều', afternoon(1, 7)],
  ['tối', afternoon(5, 11)],
  ['(?:đêm khuya|đêm|khuya)', afternoon(7, 11)],
  ['(?:a\\.\\s?m\\.|am|sa)', ante],
  ['(?:p\\.\\s?m\\.|pm|ch)', post],
];

function zone(sign: string, hours: string, minutes = '0'): Part | undefined {
  const offset = Number(hours) * 60 + Number(minutes);
  return offset <= 14 * 60 && Number(minutes) < 60
    ? { is: 'zone', offset: sign === '+' ? offset : -offset }
    : undefined;
}

const filler = (): Part => ({ is: 'filler' });
const vietnam = (): Part => ({ is: 'zone', offset: 7 * 60 });

function notation(pattern: string, read: Notation[1]): Notation {
  return [new RegExp(pattern, 'iuy'), read];
}

/** All notations, those that begin alike with the longer one first. */
const notations: readonly Notation[] = [
  notation(
    `(?<y>\\d{4})\\s*(?<sep>${separator})\\s*(?<m>\\d{1,2})\\s*\\k<sep>\\s*(?<d>\\d{1,2})${numberEnds}`,
    ({ y = '', m = '', d = '' }) => day(y, m, d),
  ),
  // 26-11-01 may begin with its year.
  notation(`\\d\\d${dash}\\d\\d${dash}\\d\\d${numberEnds}`, () => undefined),
  notation(
    `(?<d>\\d{1,2})\\s*(?<sep>${separator})\\s*(?<m>\\d{1,2})\\s*\\k<sep>\\s*(?<y>\\d{4}|\\d\\d)${numberEnds}`,
    ({ y = '', m = '', d = '' }) => day(y, m, d),
  ),
  notation(
    `(?<d>\\d{1,2})\\s+${vietnameseMonth}\\s*(?:[,/-]\\s*|năm\\s+|\\s)(?:năm\\s+)?(?<y>\\d{4})${numberEnds}`,
    ({ d = '', month, name = '', y = '' }) => day(y, month ?? vietnameseMonths.indexOf(name.toLowerCase()) + 1, d),
  ),
  notation(
    `(?<d>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${englishMonth},?[\\s-]+(?<y>\\d{4})${numberEnds}`,
    ({ d = '', name = '', y = '' }) => day(y, englishMonthNumber(name), d),
  ),
  notation(
    `${englishMonth}\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y>\\d{4})${numberEnds}`,
    ({ d = '', name = '', y = '' }) => day(y, englishMonthNumber(name), d),
  ),
  notation('(?<h>\\d{1,2}):(?<m>\\d\\d)(?::(?<s>\\d\\d)(?:[.,]\\d{1,9})?)?(?![\\d:])', ({ h = '', m, s }) =>
    time(h, m, s),
  ),
  notation(`(?<h>\\d{1,2})\\s*(?:h|g|giờ)\\s*rưỡi${wordEnds}`, ({ h = '' }) => time(h, '30')),
  notation(`(?<h>\\d{1,2})\\s*(?:h|g|giờ)\\s*(?<m>\\d{1,2})\\s*(?:phút|ph|p|m|['’′])${wordEnds}`, ({ h = '', m }) =>
    time(h, m),
  ),
  // The number after the hour may begin a day: 8 giờ 20 tháng 6 năm 2018.
  notation(
    `(?<h>\\d{1,2})\\s*(?:h|g|giờ)\\s*(?<m>\\d\\d)(?!\\d|\\s*(?<sep>${separator})\\s*\\d{1,2}\\s*\\k<sep>|[-\\s]*(?:${vietnameseMonth.replace(/<\w+>/g, ':')}|${englishMonth.replace(/<\w+>/g, ':')}))${wordEnds}`,
    ({ h = '', m }) => time(h, m),
  ),
  notation(`(?<h>\\d{1,2})\\s*(?:h|g|giờ)${wordEnds}`, ({ h = '' }) => time(h)),
  notation('(?<h>\\d{1,2})(?=\\s*(?:[ap]\\.\\s?m\\.|[ap]m|sa|ch)(?!\\p{L}))', ({ h = '' }) => time(h)),
  ...partsOfDay.map(([pattern, toHour]) =>
    notation(`(?:buổi\\s+)?${pattern}${wordEnds}`, () => ({ is: 'part of the day', toHour })),
  ),
  notation('(?:utc|gmt)\\s*(?<sign>[+-])\\s*(?<h>\\d{1,2})(?::?(?<m>\\d\\d))?(?!\\d)', ({ sign = '', h = '', m }) =>
    zone(sign, h, m),
  ),
  notation('(?<sign>\\+)(?<h>\\d{1,2})(?::?(?<m>\\d\\d))?(?!\\d)', ({ sign = '', h = '', m }) => zone(sign, h, m)),
  // Of two times, 8:30-09:30 is a period: only seconds tell an offset from it.
  notation(
    '(?<=:\\d\\d:\\d\\d(?:\\.\\d+)?\\s?)(?<sign>-)(?<h>\\d\\d):?(?<m>\\d\\d)(?!\\d)',
    ({ sign = '', h = '', m }) => zone(sign, h, m),
  ),
  notation(`(?:z|utc|gmt)${wordEnds}`, () => ({ is: 'zone', offset: 0 })),
  notation(`(?:ict|giờ\\s+(?:việt\\s+nam|vn|hà\\s+nội))${wordEnds}`, vietnam),
  notation('\\s*\\((?:indochina time|giờ đông dương|ict|giờ việt nam)\\)', filler),
  notation(`(?:thứ\\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|chủ\\s+nhật|cn)(?![\\p{L}\\d:])`, filler),
  notation(`(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?${wordEnds}`, filler),
  notation(`(?:ngày|mùng|mồng|vào|lúc|hồi|on|at)${wordEnds}:?`, filler),
  // Between a day and a time, as in ISO 8601.
  notation('(?<=\\d)t(?=\\d)', filler),
  // A letter begins with its place: Hà Nội, ngày 20 tháng 6 năm 2018.
  notation('(?<=^)(?!hết|trước|sau|đến|tới|từ|qua|chưa|không|trừ|quá)\\p{L}+(?: \\p{L}+){0,3},\\s*(?=ngày)', filler),
  notation(`(?:[\\s,;.()[\\]"'“”‘’]|${dash})+`, filler),
];

function englishMonthNumber(name: string): number {
  return monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** The parts of a text in any common notation; undefined where a piece of it is none. */
function partsOf(text: string): Part[] | undefined {
  const parts: Part[] = [];
  for (let at = 0; at < text.length; ) {
    const found = partAt(text, at);
    if (!found) return undefined;
    parts.push(found.part);
    at = found.end;
  }
  return parts;
}

function partAt(text: string, at: number): { part: Part; end: number } | undefined {
  for (const [pattern, read] of notations) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const part = read(match.groups ?? {});
    return part && { part, end: at + match[0].length };
  }
  return undefined;
}

/**
 * The one date that a text says in any common notation, with its time of day. Undefined where readers might understand
 * another instant: a word or number is left over, a second date or time, a part of the day without an hour.
 */
export function writtenDate(text: string): WrittenDate | undefined {
  const parts = text.length > maxLength ? [] : (partsOf(text.normalize('NFC').trim()) ?? []);
  const only = <Kind extends Part['is']>(kind: Kind) => {
    const found = parts.filter((part): part is Extract<Part, { is: Kind }> => part.is === kind);
    return { first: found[0], isRepeated: found.length > 1 };
  };
  const [days, times, periods, zones] = [only('day'), only('time'), only('part of the day'), only('zone')];
  if (!days.first || [days, times, periods, zones].some(({ isRepeated }) => isRepeated)) return undefined;
  const { year, month, day: dayOfMonth } = days.first;
  const date = { year, month, day: dayOfMonth };
  if (!times.first) return periods.first || zones.first ? undefined : date;
  const { hour: written, minute, second } = times.first;
  const hour = periods.first ? periods.first.toHour(written) : written;
  if (hour === undefined) return undefined;
  return { ...date, time: { hour, minute, second, ...(zones.first && { offset: zones.first.offset }) } };
}
