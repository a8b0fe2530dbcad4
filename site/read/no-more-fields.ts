/** What remains when every field was taken out of an object: a field that was added to its type is a type error. */
export type NoMoreFields = Readonly<Record<string, never>>;
