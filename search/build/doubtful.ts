/** What was remembered and what stands in the files do not fit together: the index is made from nothing. */
export class Doubtful extends Error {}
