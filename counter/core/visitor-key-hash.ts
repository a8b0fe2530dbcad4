import { hash } from 'node:crypto';

/** Hashes a visitor (and a page) into a key, an integer. */
export type VisitorKeyHash = (secret: string, ...parts: readonly string[]) => number;

/** SHA-256, truncated to `bytes` (at most 6). The salt is random and deleted later, so a key cannot be traced back. */
export function visitorKeyHash(bytes: number): VisitorKeyHash {
  return (secret, ...parts) => hash('sha256', `${secret}\0${parts.join('\0')}`, 'buffer').readUIntBE(0, bytes);
}
