import { expect, test } from 'vitest';
import { millionTable } from '#bench/report/million-table.ts';
import { exampleResults, exampleSizeResults } from './example-results.ts';

test('a million articles continue the line through 10,000 and 100,000, for one site and for its parts', () => {
  const table = millionTable([...exampleResults.sizes, exampleSizeResults(100_000)]);
  const rows = table?.split('\n').map((row) => row.split(' | ').map((cell) => cell.replaceAll('|', '').trim()));
  expect(rows?.[2]).toEqual(['one site', '1,000,000', '50 min', '300 GB', '5 min', '12', '0.0034 GB']);
  expect(rows?.[3]?.slice(1, 5)).toEqual(['16,700', '50 s', '5 GB', '5 s']);
  expect(rows?.[4]?.slice(1, 5)).toEqual(['50,000', '2.5 min', '15 GB', '15 s']);
});

test('without 100,000 articles there is no sum', () => {
  expect(millionTable(exampleResults.sizes)).toBeUndefined();
});
