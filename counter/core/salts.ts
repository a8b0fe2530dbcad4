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
  const [first] = salts;
  const old = (salt: Salt) => salt.until !== undefined && (salt.until <= now || salt.until > now + window);
  if (first?.day === day && first.until === undefined && !salts.some(old)) return salts;
  const alive = salts.filter(({ until }) => until === undefined || until > now);
  const today = alive.find((salt) => salt.day === day);
  const others = alive.filter((salt) => salt !== today);
  return [
    { day, secret: today?.secret ?? random() },
    // Never longer than a window from now, for a clock may have been set back.
    ...others.map((salt) => ({ ...salt, until: Math.min(salt.until ?? Number.POSITIVE_INFINITY, now + window) })),
  ];
}
