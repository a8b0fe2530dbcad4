/** The parts of an entry, the weightiest first. */
export const fields = ['title', 'lead', 'body'] as const;

/** One thing readers can find; plain text, NFC. */
export interface Entry {
  /** Where it stands, without the site's base path: "/bai-viet/…/" */
  readonly address: string;
  readonly title: string;
  readonly lead: string;
  /** Paragraphs by line. */
  readonly body: string;
  /** What readers can narrow a search to: a category's name, "Hỏi & đáp"; empty for what is in none. */
  readonly category: string;
  /** "2018-06-20"; absent for what has no day: a standing page. */
  readonly day?: string;
}

/** "2018"; empty for what has no day. */
export function yearOf(entry: Pick<Entry, 'day'> | undefined): string {
  return entry?.day?.slice(0, 4) ?? '';
}
