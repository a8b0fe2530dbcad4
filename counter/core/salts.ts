import { dayOf } from './calendar.ts';

/** What visitors' keys are made with for one day. */
export interface Salt {
  readonly day: number;
  readonly secret: string;
  /** Once its day is over: until when (ms since 1970) its keys are still looked for. */
  readonly until?: number;
}

/** The salts in use at an instant, the day's own first; the day before's stays for a window, so that midnight recounts nobody. */
export function saltsAt(salts: readonly Salt[], now: number, window: number, random: () => string): readonly Salt[] {
  const day = dayOf(now);
  // A clock set back must not keep a salt longer than a window either.
  const alive = salts.filter(({ until }) => until === undefined || (until > now && until <= now + window));
  const [first] = alive;
  if (first?.day === day && first.until === undefined && alive.length === salts.length) return salts;
  const today = alive.find((salt) => salt.day === day);
  const others = alive.filter((salt) => salt !== today);
  return [
    { day, secret: today?.secret ?? random() },
    ...others.map((salt) => (salt.until === undefined ? { ...salt, until: now + window } : salt)),
  ];
}
