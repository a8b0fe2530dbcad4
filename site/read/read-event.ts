import type { Event } from '#news/event.ts';
import type { FrontMatter } from '#news/front-matter.ts';
import { permanentEventId } from '#news/permanent-id.ts';
import type { Finding } from '#site/finding.ts';
import { curlyQuotes } from '#vietnamese/curly-quotes.ts';
import type { NoMoreFields } from './no-more-fields.ts';
import type { ParsedItem } from './read-item.ts';

/** The event of a file; undefined if its front matter is invalid. */
export function readEvent({ value, slug, path, body }: ParsedItem<FrontMatter<'events'>>): {
  item?: Event;
  findings: readonly Finding[];
} {
  if (!value || !slug) return { findings: [] };
  const { title, date, from, to, place, deadline, cancelled, draft, id, ...rest } = value;
  rest satisfies NoMoreFields;
  return {
    findings: [],
    item: {
      ...{ path, slug, id: id ?? permanentEventId(slug), title: curlyQuotes(title), date, from, draft, body },
      ...(to && { to }),
      ...(place && { place: curlyQuotes(place) }),
      ...(deadline && { deadline }),
      ...(cancelled && { cancelled: curlyQuotes(cancelled) }),
    },
  };
}
