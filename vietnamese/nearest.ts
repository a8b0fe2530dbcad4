import { distance } from 'fastest-levenshtein';
import { fold } from './fold.ts';

/** The name nearest to the typed one, ignoring diacritics and case; undefined when more than a third differs. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const scored = names
    .map((name) => ({ name, edits: distance(fold(typed), fold(name)) }))
    .sort((a, b) => a.edits - b.edits);
  const best = scored[0];
  return best && best.edits <= Math.max(2, Math.ceil(typed.length / 3)) ? best.name : undefined;
}
