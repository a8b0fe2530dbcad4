import { v5 } from 'uuid';

/** Must never change: every derived id depends on it. */
const namespace = '0b7c7a52-6a3c-5f0e-9a55-5d1c0f5f2b18';

/** The id of a question that has none in its front matter. */
export function permanentQuestionId(slug: string): string {
  return permanentId(`hoi-dap/${slug}`);
}

/** The id of an event that has none in its front matter; calendar programs recognise the event by it. */
export function permanentEventId(slug: string): string {
  return permanentId(`su-kien/${slug}`);
}

/** The id of a list's feed: an IRI independent of the host, derived from the site's id and the list's address. */
export function permanentFeedId(site: string, list: string): string {
  return permanentId(`${site} ${list}`);
}

/**
 * The id of an article that has none in its front matter, an IRI derived from its slug alone (RFC 9562, version 5; RFC
 * 4151 needs a host, which may change).
 */
export function permanentId(slug: string): string {
  return `urn:uuid:${v5(slug, namespace)}`;
}
