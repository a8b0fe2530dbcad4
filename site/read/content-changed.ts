const code = 'CONTENT_CHANGED';

/** A file of content/ that is no longer what it was when it was checked: what was built so far is of two minds. */
export class ContentChanged extends Error {
  // The class itself does not come out of a thread.
  readonly code = code;

  constructor(path: string) {
    super(`${path} vừa đổi giữa chừng`);
    this.name = 'ContentChanged';
  }
}

/** The ContentChanged that an error is or, as Eleventy and who prints a page hand them on, that it comes from. */
export function contentChanged(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && error.code === code) return error;
  return contentChanged('originalError' in error ? error.originalError : error.cause);
}
