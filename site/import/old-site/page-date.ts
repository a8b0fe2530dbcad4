import { suggestedDate } from '#vietnamese/date.ts';

/** Whether the pages of a site write the month before the day, as ASP.NET does by default: "6/20/2018 10:18:28 AM". */
export function isMonthFirst(texts: readonly string[]): boolean {
  const pairs = texts.flatMap((text) => numericDay.exec(text)?.slice(1, 3).map(Number) ?? []);
  const firsts = pairs.filter((_, index) => index % 2 === 0);
  const seconds = pairs.filter((_, index) => index % 2 === 1);
  return seconds.some((number) => number > 12) && firsts.every((number) => number <= 12);
}

const numericDay = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/;
const label =
  /^\s*(?:(?:được\s*)?(?:cập nhật(?: lần cuối)?|đăng(?: ngày| lúc| tải)?|ngày đăng|xuất bản|đã đăng|viết|tạo|(?:post )?published|posted|written|created|updated|last updated|on|ngày)(?: on)?\s*:?\s*)+/i;
const clock = String.raw`\d{1,2}\s*(?::|h|giờ)\s*\d{0,2}(?::\d{2})?(?:\s*(?:AM|PM|SA|CH))?`;
const day = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2},?\s+(?:tháng|thg|th)\.?\s*[\p{L}\d]+,?\s+(?:năm\s+)?\d{4}|\d{4}-\d{2}-\d{2}`;
const vietnameseOrder = /^(?:tháng|th)\s*([\p{L}\d]+(?: một| hai)?)\s+(\d{1,2}),\s*(\d{4})/iu;
const dayThenClock = new RegExp(`(${day})(?:\\D{1,12}?(${clock}))?`, 'iu');
const clockThenDay = new RegExp(`(${clock})\\D{1,20}?(${day})`, 'iu');

/** The date that a page tells, as front matter has it, with its hour if it tells one; undefined if it tells none. */
export function pageDate(text: string, monthFirst: boolean): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim().replace(label, '');
  const ordered = monthFirst ? line.replace(numericDay, '$2/$1/$3') : line;
  const whole = suggestedDate(ordered.replace(vietnameseOrder, '$2 tháng $1 $3'));
  if (whole !== undefined) return whole;
  const [, time, date] = clockThenDay.exec(ordered) ?? [];
  const [, date2, time2] = dayThenClock.exec(ordered) ?? [];
  return (
    (time && date ? suggestedDate(`${date} ${time}`) : undefined) ??
    (date2 && time2 ? suggestedDate(`${date2} ${time2}`) : undefined) ??
    (date2 ? suggestedDate(date2) : undefined)
  );
}
