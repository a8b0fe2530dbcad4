import { isbot } from 'isbot';

const kept = 500;
let known = new Map<string, boolean>();
let older = new Map<string, boolean>();

/** Whether a user agent is a program, or none at all; the answers used last (500 to 1000) are remembered, for the pattern is slow. */
export function isBot(userAgent: string): boolean {
  const before = known.get(userAgent);
  if (before !== undefined) return before;
  const answer = older.get(userAgent) ?? (userAgent === '' || isbot(userAgent));
  if (known.size === kept) {
    older = known;
    known = new Map();
  }
  known.set(userAgent, answer);
  return answer;
}
