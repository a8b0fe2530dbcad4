import { z } from 'zod';
import { dayAfter, isDayAlone } from '#vietnamese/date.ts';
import type { Body } from './body.ts';
import { flag, moment, optionalMoment, optionalText, permanentIdField, text } from './field.ts';
import { says } from './rule.ts';

/** The front matter of content/events/…md; the body is what there is to say of it. */
export const eventFrontMatter = z
  .strictObject({
    title: text('tên sự kiện (title)', 'title: "Tên sự kiện"'),
    /** When it is told of on the site. */
    date: moment('ngày đăng (date)', 'date: 2026-11-23'),
    from: moment('lúc bắt đầu (from)', 'from: 2026-12-01 08:00'),
    to: optionalMoment('lúc kết thúc (to)', 'to: 2026-12-01 11:30').optional(),
    place: optionalText('nơi diễn ra (place)', 'place: Tên nơi diễn ra').optional(),
    /** Until when one can take part or send work in. */
    deadline: optionalMoment('hạn chót (deadline)', 'deadline: 2026-11-28').optional(),
    /** Why it does not take place; absent when it does. */
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
    const late = (key: string, wrong: string) =>
      context.addIssue({
        code: 'custom',
        path: [key],
        message: says('thu-tu-ngay', wrong, 'sửa lại một trong hai ngày'),
      });
    if (to && to < from) late('to', 'lúc kết thúc trước lúc bắt đầu');
    if (deadline && deadline >= endOf(to ? { from, to } : { from }))
      late('deadline', 'hạn chót sau khi sự kiện kết thúc');
  });

/** Something that takes place: a meeting, a contest. */
export interface Event {
  readonly path: string;
  readonly slug: string;
  readonly id: string;
  readonly title: string;
  /** When it is told of on the site. */
  readonly date: Date;
  readonly from: Date;
  readonly to?: Date;
  readonly place?: string;
  readonly deadline?: Date;
  /** Why it does not take place; absent when it does. */
  readonly cancelled?: string;
  readonly draft: boolean;
  readonly body: Body;
}

/** The title as it is told wherever the event is: who meant to come must not miss that it was cancelled. */
export function toldTitle({ title, cancelled }: Pick<Event, 'title' | 'cancelled'>): string {
  return cancelled ? `Đã hủy: ${title}` : title;
}

/** The first instant at which an event is over: a day alone ends with the day, and so does what has no end. */
export function endOf({ from, to }: Pick<Event, 'from' | 'to'>): Date {
  return to && !isDayAlone(to) ? to : dayAfter(to ?? from);
}

/** The events that are not over, the next first. */
export function toCome<Item extends Event>(events: readonly Item[], now: Date): Item[] {
  return events.filter((event) => endOf(event) > now).sort((a, b) => a.from.getTime() - b.from.getTime());
}

/** The events that are over, the last first. */
export function past<Item extends Event>(events: readonly Item[], now: Date): Item[] {
  return events.filter((event) => endOf(event) <= now).sort((a, b) => b.from.getTime() - a.from.getTime());
}
