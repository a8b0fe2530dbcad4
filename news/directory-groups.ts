/** The entries under one heading of a directory; without a heading for those that name none. */
export interface DirectoryGroup<Entry> {
  readonly title?: string;
  readonly entries: readonly Entry[];
}

/** The entries of a directory by group, groups and entries in the order of the list. */
export function directoryGroups<Entry extends { readonly group?: string | undefined }>(
  entries: readonly Entry[],
): DirectoryGroup<Entry>[] {
  return Array.from(
    Map.groupBy(entries, ({ group }) => group),
    ([title, inGroup]) => ({ ...(title && { title }), entries: inGroup }),
  );
}
