/** The saved state and the index files do not match: the segment must be rebuilt. */
export class StaleIndexError extends Error {}
