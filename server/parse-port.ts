import { SettingsError } from '#site/settings.ts';

/** The port number in the environment variable PORT. Throws a SettingsError if it is not one. */
export function parsePort(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new SettingsError(`PORT=${value} không phải là số cổng: viết như PORT=8080`);
  return Number(value);
}
