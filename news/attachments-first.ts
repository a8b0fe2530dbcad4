/** An article of at most so many minutes is a note to its files. */
const maxMinutes = 2;

/** True if readers come for the attachments of an article rather than for its text: a short one that has some. */
export function attachmentsFirst(attachments: readonly unknown[], readingMinutes: number): boolean {
  return attachments.length > 0 && readingMinutes <= maxMinutes;
}
