import { expect, test } from 'vitest';
import { findingWithLine, sampleOf } from '#bench/foreign/sample-findings.ts';
import { finding } from '#site/finding.ts';

test('a sample is the same each time, keeps the order and repeats nothing', () => {
  const items = Array.from({ length: 500 }, (_, index) => index);
  const sample = sampleOf(items, 50);
  expect(sampleOf(items, 50)).toEqual(sample);
  expect(sample.toSorted((a, b) => a - b)).toEqual(sample);
  expect(new Set(sample).size).toBe(50);
});

test('a finding stands above its line, which is cut around its column', () => {
  const found = finding({ path: 'bai.md', line: 3, column: 200 }, 'cach-chu', 'hai dấu cách', 'xóa một');
  const text = findingWithLine(found, 'nguon.md', `${'a '.repeat(150)}hết`);
  expect(text).toMatch(/^nguon\.md:3:200 · note · hai dấu cách · xóa một \[cach-chu\]\n {4}\| …a .*hết$/);
});
