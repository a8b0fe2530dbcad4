/** The keys whose values are prose for readers. */
export const proseKeys: readonly string[] = [
  ...['title', 'description', 'tags', 'coverAlt', 'coverCaption', 'correction', 'withdrawnReason'],
  ...['question', 'asker', 'answeredBy', 'cancelled'],
];
