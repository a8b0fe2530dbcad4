import { v5 } from 'uuid';

/** Never to be changed: every derived id depends on it. */
const namespace = '0b7c7a52-6a3c-5f0e-9a55-5d1c0f5f2b18';

/** The id of a question without one of its own. */
export function permanentQuestionId(slug: string): string {
  return permanentId(`hoi-dap/${slug}`);
}

/** The id of an event without one of its own; calendars know an event by it. */
export function permanentEventId(slug: string): string {
  return permanentId(`su-kien/${slug}`);
}

/** The id of the feed of a list, an IRI that stays when the site moves to another host: derived from the site's own id and the list's address. */
export function permanentFeedId(site: string, list: string): string {
  return permanentId(`${site} ${list}`);
}

/** The id of an article without one of its own, an IRI derived from its slug alone (RFC 9562, version 5; RFC 4151 needs a host, which may change). */
export function permanentId(slug: string): string {
  return `urn:uuid:${v5(slug, namespace)}`;
}
