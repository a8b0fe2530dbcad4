import { createHash } from 'node:crypto';

/** The body of an answer as JSON, and its entity tag. */
export interface TaggedBody {
  readonly body: string;
  readonly etag: string;
}

/** The JSON of a value with the tag that is made from it. */
export function taggedBody(value: unknown): TaggedBody {
  const body = JSON.stringify(value);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/**
 * A function that gives an answer from memory for `lifetime` ms, and makes it again for the next request after that;
 * requests that come meanwhile share it. An answer that could not be made is not kept.
 */
export function cachedAnswer(
  make: () => Promise<unknown>,
  clock: () => number,
  lifetime: number,
): () => Promise<TaggedBody> {
  let cached: { readonly at: number; readonly answer: Promise<TaggedBody> } | undefined;
  return () => {
    const now = clock();
    if (cached && Math.abs(now - cached.at) < lifetime) return cached.answer;
    const answer = make().then(taggedBody);
    const current = { at: now, answer };
    cached = current;
    answer.catch(() => {
      if (cached === current) cached = undefined;
    });
    return answer;
  };
}
