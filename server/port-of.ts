import { SettingsError } from '#site/settings.ts';

/** The number of the port that PORT names. Throws a SettingsError where it names none. */
export function portOf(written: string): number {
  if (!/^\d{1,5}$/.test(written) || Number(written) > 65_535)
    throw new SettingsError(`PORT=${written} không phải là số cổng: viết như PORT=8080`);
  return Number(written);
}
