import { readFileSync } from 'node:fs';
import { SettingsError } from '#site/settings.ts';
import type { ExpectedQuery } from './expected-query.ts';

/**
 * Reads queries from a file, one a line: kind, query and the address of an expected entry, separated by tabs; further
 * addresses, which are equally right, may follow. Empty lines and lines that begin with "#" are left out.
 */
export function readQueryFile(file: string): ExpectedQuery[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .flatMap((line, at) => {
      if (line.trim() === '' || line.startsWith('#')) return [];
      const [kind = '', typed = '', ...expected] = line.split('\t');
      if (expected.length === 0)
        throw new SettingsError(`${file}:${at + 1}: kind, query, address expected, with tabs.`);
      return [{ kind, typed, expected }];
    });
}
