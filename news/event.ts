import { z } from 'zod';
import { isDateOnly, startOfNextDay } from '#vietnamese/date.ts';
import type { Body } from './body.ts';
import {
  flagField,
  instantField,
  optionalInstantField,
  optionalTextField,
  permanentIdField,
  textField,
} from './field.ts';
import { ruleMessage } from './rule.ts';

/** The schema of the front matter of content/events/…md; the body is the description. */
export const eventFrontMatterSchema = z
  .strictObject({
    title: textField('tên sự kiện (title)', 'title: "Tên sự kiện"'),
    /** When the event is published on the site. */
    date: instantField('ngày đăng (date)', 'date: 2026-11-23'),
    from: instantField('lúc bắt đầu (from)', 'from: 2026-12-01 08:00'),
    to: optionalInstantField('lúc kết thúc (to)', 'to: 2026-12-01 11:30').optional(),
    place: optionalTextField('nơi diễn ra (place)', 'place: Tên nơi diễn ra').optional(),
    /** The deadline for registration or submissions. */
    deadline: optionalInstantField('hạn chót (deadline)', 'deadline: 2026-11-28').optional(),
    /** The reason for the cancellation; absent when the event takes place. */
    cancelled: optionalTextField('lý do hủy (cancelled)', 'cancelled: Vì …')
      .refine(
        (reason) => /\p{L}/u.test(reason) && !/^(true|false|yes|no|có|không)$/i.test(reason),
        ruleMessage('gia-tri', 'lý do hủy (cancelled) phải nói vì sao hủy', 'viết như “cancelled: Vì …”'),
      )
      .optional(),
    draft: flagField('bản nháp (draft)', 'draft: true'),
    id: permanentIdField.optional(),
  })
  .superRefine(({ from, to, deadline }, context) => {
    const wrongOrder = (key: string, wrong: string) =>
      context.addIssue({
        code: 'custom',
        path: [key],
        message: ruleMessage('thu-tu-ngay', wrong, 'sửa lại một trong hai ngày'),
      });
    if (to && to < from) wrongOrder('to', 'lúc kết thúc trước lúc bắt đầu');
    if (deadline && deadline >= eventEnd(to ? { from, to } : { from }))
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
export function displayTitle({ title, cancelled }: Pick<Event, 'title' | 'cancelled'>): string {
  return cancelled ? `Đã hủy: ${title}` : title;
}

/** The instant at which an event is over. Without an end, or with a date as its end, that is the end of the day. */
export function eventEnd({ from, to }: Pick<Event, 'from' | 'to'>): Date {
  return to && !isDateOnly(to) ? to : startOfNextDay(to ?? from);
}

/** The instant at which a deadline has passed: a date without a time is the whole day. */
export function deadlineEnd(deadline: Date): Date {
  return isDateOnly(deadline) ? startOfNextDay(deadline) : deadline;
}

/** The deadline of an event that takes place, while it has not passed. */
export function openDeadline(
  { deadline, cancelled }: Pick<Event, 'deadline' | 'cancelled'>,
  now: Date,
): Date | undefined {
  return deadline && !cancelled && deadlineEnd(deadline) > now ? deadline : undefined;
}

/** How long before a deadline the home page announces it, in milliseconds: thirty days. */
const noticePeriod = 30 * 86_400_000;

/** The instant from which on the home page announces a deadline. */
export function noticeStart(deadline: Date): Date {
  return new Date(deadline.getTime() - noticePeriod);
}

/** The event with the nearest open deadline, if that lies within thirty days. */
export function nearestDeadline<Item extends Event>(
  events: readonly Item[],
  now: Date,
): { readonly event: Item; readonly deadline: Date } | undefined {
  return events
    .flatMap((event) => {
      const deadline = openDeadline(event, now);
      return deadline && noticeStart(deadline) <= now ? [{ event, deadline }] : [];
    })
    .sort((a, b) => a.deadline.getTime() - b.deadline.getTime())[0];
}

/** The events that are not over, sorted by start, earliest first. */
export function upcomingEvents<Item extends Event>(events: readonly Item[], now: Date): Item[] {
  return events.filter((event) => eventEnd(event) > now).sort((a, b) => a.from.getTime() - b.from.getTime());
}

/** The events that are over, sorted by start, latest first. */
export function pastEvents<Item extends Event>(events: readonly Item[], now: Date): Item[] {
  return events.filter((event) => eventEnd(event) <= now).sort((a, b) => b.from.getTime() - a.from.getTime());
}
