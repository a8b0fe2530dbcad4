import { hash } from 'node:crypto';

const known = new WeakMap<object, string>();

/** Letters that stand for plain data, dates and maps included: the same for what says the same, in every process. */
export function fingerprint(data: unknown): string {
  if (typeof data !== 'object' || data === null) return taken(data);
  let found = known.get(data);
  if (found === undefined) {
    found = taken(data);
    known.set(data, found);
  }
  return found;
}

function taken(data: unknown): string {
  return hash('sha256', JSON.stringify(data, plain) ?? '', 'base64url').slice(0, 22);
}

function plain(key: string, value: unknown): unknown {
  // Words that stay in their file bring along what stands for them, wherever it lies.
  if (key === 'markdown' && typeof value === 'object' && value && 'fingerprint' in value) return value.fingerprint;
  return value instanceof Map || value instanceof Set ? [...value] : value;
}
