/** The body of a Fetch API request as text; undefined as soon as it is longer than `limit` bytes. */
export async function readWorkerBody({ headers, body }: Request, limit: number): Promise<string | undefined> {
  if (Number(headers.get('content-length') ?? 0) > limit) return undefined;
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limit) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
