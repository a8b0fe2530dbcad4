import { distance } from 'fastest-levenshtein';
import { fold } from './fold.ts';

/** The name most like what was typed, marks and case aside; undefined when none is near (more than a third of it differs). */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const scored = names
    .map((name) => ({ name, edits: distance(fold(typed), fold(name)) }))
    .sort((a, b) => a.edits - b.edits);
  const best = scored[0];
  return best && best.edits <= Math.max(2, Math.ceil(typed.length / 3)) ? best.name : undefined;
}
