import { isbot } from 'isbot';

const kept = 500;
const known = new Map<string, boolean>();

/** Whether a user agent is a program, or none at all; the last 500 answers are remembered, for the pattern is slow. */
export function isBot(userAgent: string): boolean {
  const before = known.get(userAgent);
  const answer = before ?? (userAgent === '' || isbot(userAgent));
  if (before !== undefined) known.delete(userAgent);
  else if (known.size === kept) known.delete(known.keys().next().value ?? '');
  known.set(userAgent, answer);
  return answer;
}
