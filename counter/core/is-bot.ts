import { isbot } from 'isbot';

const generationSize = 500;
let recent = new Map<string, boolean>();
let previous = new Map<string, boolean>();

/** Whether a user agent is empty or a bot. The last 500 to 1000 results are cached, since the pattern is slow. */
export function isBot(userAgent: string): boolean {
  const cached = recent.get(userAgent);
  if (cached !== undefined) return cached;
  const result = previous.get(userAgent) ?? (userAgent === '' || isbot(userAgent));
  if (recent.size === generationSize) {
    previous = recent;
    recent = new Map();
  }
  recent.set(userAgent, result);
  return result;
}
