/** What is known of something kept. */
export interface Kept {
  readonly url: string;
  /** When it was kept, in milliseconds. */
  readonly at: number;
  readonly bytes: number;
}

const [atHeader, bytesHeader] = ['x-kept-at', 'x-kept-bytes'];
/** They told of the bytes on the wire. */
const ofTheWire = ['content-encoding', 'content-length', 'transfer-encoding', 'vary'];

/** An answer to be kept, which knows when it was; rejects when it breaks off. */
export async function keptCopy(response: Response, now: number): Promise<Response> {
  const body = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  for (const name of ofTheWire) headers.delete(name);
  headers.set(atHeader, String(now));
  headers.set(bytesHeader, String(body.byteLength));
  return new Response(body, { headers });
}

/** What a kept answer knows of itself. */
export function keptFacts(url: string, { headers }: Pick<Response, 'headers'>): Kept {
  return { url, at: Number(headers.get(atHeader)), bytes: Number(headers.get(bytesHeader)) };
}
