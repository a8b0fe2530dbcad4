import { z } from 'zod';
import { dayAfter, isDayAlone } from '#vietnamese/date.ts';
import type { Body } from './body.ts';
import { flag, moment, optionalMoment, optionalText, permanentIdField, text } from './field.ts';
import { says } from './rule.ts';

/** The schema of the front matter of content/events/…md; the body is the description. */
export const eventFrontMatter = z
  .strictObject({
    title: text('tên sự kiện (title)', 'title: "Tên sự kiện"'),
    /** When the event is published on the site. */
    date: moment('ngày đăng (date)', 'date: 2026-11-23'),
    from: moment('lúc bắt đầu (from)', 'from: 2026-12-01 08:00'),
    to: optionalMoment('lúc kết thúc (to)', 'to: 2026-12-01 11:30').optional(),
    place: optionalText('nơi diễn ra (place)', 'place: Tên nơi diễn ra').optional(),
    /** The deadline for registration or submissions. */
    deadline: optionalMoment('hạn chót (deadline)', 'deadline: 2026-11-28').optional(),
    /** The reason for the cancellation; absent when the event takes place. */
    cancelled: optionalText('lý do hủy (cancelled)', 'cancelled: Vì …')
      .refine(
        (reason) => /\p{L}/u.test(reason) && !/^(true|false|yes|no|có|không)$/i.test(reason),
        says('gia-tri', 'lý do hủy (cancelled) phải nói vì sao hủy', 'viết như “cancelled: Vì …”'),
      )
      .optional(),
    draft: flag('draft'),
    id: permanentIdField.optional(),
  })
  .superRefine(({ from, to, deadline }, context) => {
    const wrongOrder = (key: string, wrong: string) =>
      context.addIssue({
        code: 'custom',
        path: [key],
        message: says('thu-tu-ngay', wrong, 'sửa lại một trong hai ngày'),
      });
    if (to && to < from) wrongOrder('to', 'lúc kết thúc trước lúc bắt đầu');
    if (deadline && deadline >= endOf(to ? { from, to } : { from }))
      wrongOrder('deadline', 'hạn chót sau khi sự kiện kết thúc');
  });

/** An event: a meeting, a contest. */
export interface Event {
  readonly path: string;
  readonly slug: string;
  readonly id: string;
  readonly title: string;
  /** When the event is published on the site. */
  readonly date: Date;
  readonly from: Date;
  readonly to?: Date;
  readonly place?: string;
  readonly deadline?: Date;
  /** The reason for the cancellation; absent when the event takes place. */
  readonly cancelled?: string;
  readonly draft: boolean;
  readonly body: Body;
}

/** The title as displayed everywhere: participants must not miss that an event is cancelled. */
export function toldTitle({ title, cancelled }: Pick<Event, 'title' | 'cancelled'>): string {
  return cancelled ? `Đã hủy: ${title}` : title;
}

/** The instant at which an event is over. Without an end, or with a date as its end, that is the end of the day. */
export function endOf({ from, to }: Pick<Event, 'from' | 'to'>): Date {
  return to && !isDayAlone(to) ? to : dayAfter(to ?? from);
}

/** The events that are not over, sorted by start, earliest first. */
export function toCome<Item extends Event>(events: readonly Item[], now: Date): Item[] {
  return events.filter((event) => endOf(event) > now).sort((a, b) => a.from.getTime() - b.from.getTime());
}

/** The events that are over, sorted by start, latest first. */
export function past<Item extends Event>(events: readonly Item[], now: Date): Item[] {
  return events.filter((event) => endOf(event) <= now).sort((a, b) => b.from.getTime() - a.from.getTime());
}
