import { hash } from 'node:crypto';

/** Makes the keys a visitor is recognised by for half an hour, as whole numbers of so many bytes (at most 6). */
export type KeyMaker = (secret: string, ...parts: readonly string[]) => number;

/** SHA-256 over salt and parts, cut: the salt is random and thrown away, so no key leads back to a visitor. */
export function keyMaker(bytes: number): KeyMaker {
  return (secret, ...parts) => hash('sha256', `${secret}\0${parts.join('\0')}`, 'buffer').readUIntBE(0, bytes);
}
