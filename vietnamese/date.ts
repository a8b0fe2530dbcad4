import { DateTime, FixedOffsetZone } from 'luxon';

/** In minutes, of the one time zone of pages, addresses, feeds and schedule: Asia/Ho_Chi_Minh, UTC+7 since 1975 (tzdata). */
const offset = 7 * 60;
/** The locale is named, or luxon asks the machine for its own, which takes as long as a thousand dates. */
const vietnam = { zone: FixedOffsetZone.instance(offset), locale: 'vi' };
const minute = 60_000;
const day = 24 * 60 * minute;

const weekdays = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** A date whose UTC is the clock in Việt Nam: printed so, which every page does many times, it costs a tenth of luxon. */
function inVietnam(date: Date): Date {
  return new Date(date.getTime() + offset * minute);
}

/**
 * "2018-06-20", "2018-06-20 08:30" or either with "T" and an offset, as an instant; undefined when it is no real date.
 * Without an offset the time is Việt Nam time; a day alone is its first minute there.
 */
export function parseVietnamDate(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}([ T]([01]\d|2[0-3]):\d{2}(:\d{2}(\.\d{3})?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text))
    return undefined;
  const date = DateTime.fromISO(text.replace(' ', 'T'), vietnam);
  return date.isValid ? date.toJSDate() : undefined;
}

/** 2018-06-20 → "Thứ Tư, 20/06/2018" */
export function longDate(date: Date): string {
  return `${weekdays[inVietnam(date).getUTCDay()]}, ${shortDate(date)}`;
}

/** 2018-06-20 → "20/06/2018" */
export function shortDate(date: Date): string {
  return isoDay(date).split('-').reverse().join('/');
}

/** 2018-06-20T01:30Z → "lúc 08:30, 20/06/2018"; a day alone → "ngày 20/06/2018" */
export function whenever(date: Date): string {
  const clock = clockTime(date);
  return clock ? `lúc ${clock}, ${shortDate(date)}` : `ngày ${shortDate(date)}`;
}

/** 2018-06-20T01:30Z → "08:30"; empty for a day alone, which is its first minute. */
export function clockTime(date: Date): string {
  return isDayAlone(date) ? '' : inVietnam(date).toISOString().slice(11, 16);
}

/** Whether an instant is the first minute of a day in Việt Nam: what a day without an hour is read as. */
export function isDayAlone(date: Date): boolean {
  const local = inVietnam(date);
  return local.getUTCHours() + local.getUTCMinutes() === 0;
}

/** The first minute of the next day in Việt Nam. */
export function dayAfter(date: Date): Date {
  const days = Math.floor(inVietnam(date).getTime() / day);
  return new Date((days + 1) * day - offset * minute);
}

/** The days that were asked for, by how many they come after 1970: every article is asked many times at each build. */
const isoDays = new Map<number, string>();

/** The day in Việt Nam, for `<time datetime>`: "2018-06-20" */
export function isoDay(date: Date): string {
  const since = Math.floor(inVietnam(date).getTime() / day);
  const known = isoDays.get(since);
  if (known !== undefined) return known;
  const written = new Date(since * day).toISOString().slice(0, 10);
  isoDays.set(since, written);
  return written;
}

/** The instant with Việt Nam's offset: "2018-06-20T08:30:00+07:00" */
export function isoInstant(date: Date): string {
  return `${inVietnam(date).toISOString().slice(0, 19)}+07:00`;
}

/** The instant as RSS writes it (RFC 822 §5.1, the year in four digits): "Wed, 20 Jun 2018 08:30:00 +0700" */
export function rfc822Instant(date: Date): string {
  return inVietnam(date).toUTCString().replace('GMT', '+0700');
}

/** The year in Việt Nam, four digits: "2018" */
export function yearOf(date: Date): string {
  return isoDay(date).slice(0, 4);
}

/** The month in Việt Nam, two digits: "06" */
export function monthOf(date: Date): string {
  return isoDay(date).slice(5, 7);
}

const dayFirst = /(\d{1,2})\s*[/.–-]\s*(\d{1,2})\s*[/.–-]\s*(\d{4}|\d{2})(?!\d)/;
const yearFirst = /(\d{4})\s*[/.–-]\s*(\d{1,2})\s*[/.–-]\s*(\d{1,2})(?!\d)/;
const inWords = /(\d{1,2})\s+tháng\s+(\d{1,2})\s*(?:năm\s+|[,/]\s*)(\d{4})/i;
const hour = /(?<!\d)(\d{1,2})(?::|h|\s*giờ\s*)(\d{2})?/i;

/**
 * A date written the way people write it, in the form a file wants, with its hour where there is one; undefined when it
 * is none: "20/6/2018" → "2018-06-20", "8h30 ngày 20 tháng 6 năm 2018" → "2018-06-20 08:30"
 */
export function suggestedDate(text: string): string | undefined {
  const written = text.normalize('NFC');
  const [, y, m, d] = yearFirst.exec(written) ?? [];
  const [found = '', day = d, month = m, year = y] = inWords.exec(written) ?? (y ? [] : (dayFirst.exec(written) ?? []));
  if (!day || !month || !year) return undefined;
  const [, hours, minutes = '00'] =
    hour.exec(found ? written.replace(found, ' ') : written.replace(yearFirst, ' ')) ?? [];
  const date = DateTime.fromObject(
    {
      year: Number(year.length === 2 ? `20${year}` : year),
      month: Number(month),
      day: Number(day),
      ...(hours && { hour: Number(hours), minute: Number(minutes) }),
    },
    vietnam,
  );
  return date.isValid ? date.toFormat(hours ? 'yyyy-MM-dd HH:mm' : 'yyyy-MM-dd') : undefined;
}
