import type { z } from 'zod';
import type { Event, eventFrontMatterSchema } from '#news/event.ts';
import { permanentEventId } from '#news/permanent-id.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import type { ParsedItem } from './read-item.ts';

/** The event of a file; undefined if its front matter is invalid. */
export function readEvent({
  value,
  slug,
  path,
  body,
}: ParsedItem<z.output<typeof eventFrontMatterSchema>>): Event | undefined {
  if (!value || !slug) return undefined;
  const { title, date, from, to, place, deadline, cancelled, draft, id, ...rest } = value;
  rest satisfies NoMoreFields;
  return {
    ...{ path, slug, id: id ?? permanentEventId(slug), title, date, from, draft, body },
    ...(to && { to }),
    ...(place && { place }),
    ...(deadline && { deadline }),
    ...(cancelled && { cancelled }),
  };
}
