import type { IncomingMessage } from 'node:http';

/** The text of a request's body; undefined as soon as it is longer than so many bytes. */
export function readBody(request: IncomingMessage, limit: number): Promise<string | undefined> {
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
        const [only, ...more] = chunks;
        resolve((only && more.length === 0 ? only : Buffer.concat(chunks)).toString('utf8'));
      })
      .on('error', reject);
  });
}
