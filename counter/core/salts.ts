import { epochDayAt } from './epoch-day.ts';

/** The secret that is hashed into visitors' keys for one day. */
export interface Salt {
  readonly day: number;
  readonly secret: string;
  /** Once its day is over: until when (ms since 1970) keys made with it are still looked up. */
  readonly until?: number;
}

/** The salts in use at `now`, today's first. Yesterday's stays for one window: midnight counts nobody twice. */
export function saltsAt(salts: readonly Salt[], now: number, window: number, random: () => string): readonly Salt[] {
  const day = epochDayAt(now);
  const [first] = salts;
  const isExpired = (salt: Salt) => salt.until !== undefined && (salt.until <= now || salt.until > now + window);
  if (first?.day === day && first.until === undefined && !salts.some(isExpired)) return salts;
  const valid = salts.filter(({ until }) => until === undefined || until > now);
  const today = valid.find((salt) => salt.day === day);
  const others = valid.filter((salt) => salt !== today);
  return [
    { day, secret: today?.secret ?? random() },
    // At most one window from now, since the clock may have been set back.
    ...others.map((salt) => ({ ...salt, until: Math.min(salt.until ?? Number.POSITIVE_INFINITY, now + window) })),
  ];
}
