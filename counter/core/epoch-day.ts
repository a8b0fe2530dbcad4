const dayMs = 86_400_000;
// Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975 (IANA tz database).
const offsetMs = 7 * 3_600_000;

/** The day in Việt Nam at an instant (ms since 1970), as days since 1970-01-01. */
export function epochDayAt(now: number): number {
  return Math.floor((now + offsetMs) / dayMs);
}

/** 20781 → "2026-11-24" */
export function dateOfEpochDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** "2026-11-24" → 20781; undefined for a string that is not a date. */
export function epochDayOfDate(date: string): number | undefined {
  const instant = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(instant)) return undefined;
  const day = instant / dayMs;
  return dateOfEpochDay(day) === date ? day : undefined;
}
