/** The text fields of an entry, the most important first. */
export const entryFields = ['title', 'lead', 'body'] as const;

/** An item that readers can find; plain text, NFC. */
export interface SearchEntry {
  /** Without the site's base path: "/bai-viet/…/" */
  readonly address: string;
  readonly title: string;
  readonly lead: string;
  /** One paragraph per line. */
  readonly body: string;
  /** The category that readers can filter by, such as "Hỏi & đáp"; empty for none. */
  readonly category: string;
  /** "2018-06-20"; absent where an entry has no date, such as a standing page. */
  readonly day?: string;
}

/** "2018"; empty for an entry without a day. */
export function entryYear(entry: Pick<SearchEntry, 'day'> | undefined): string {
  return entry?.day?.slice(0, 4) ?? '';
}
