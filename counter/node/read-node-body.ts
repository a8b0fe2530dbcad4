import type { IncomingMessage } from 'node:http';

/** The body of a Node request as text; undefined as soon as it is longer than `limit` bytes. */
export function readNodeBody(request: IncomingMessage, limit: number): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request
      .on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > limit) resolve(undefined);
        else chunks.push(chunk);
      })
      .on('end', () => {
        const [first, ...rest] = chunks;
        resolve((first && rest.length === 0 ? first : Buffer.concat(chunks)).toString('utf8'));
      })
      .on('error', reject);
  });
}
