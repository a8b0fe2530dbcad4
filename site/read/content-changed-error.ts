const code = 'CONTENT_CHANGED';

/** A file of content/ changed after it was checked, so that the build would mix two versions. */
export class ContentChangedError extends Error {
  // An error that comes from a worker loses its class.
  readonly code = code;

  constructor(path: string) {
    super(`${path} vừa đổi giữa chừng`);
    this.name = 'ContentChanged';
  }
}

/** The ContentChangedError that an error is or wraps; Eleventy and the page renderer wrap errors. */
export function findContentChangedError(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && error.code === code) return error;
  return findContentChangedError('originalError' in error ? error.originalError : error.cause);
}
