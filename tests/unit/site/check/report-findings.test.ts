import { afterEach, expect, test, vi } from 'vitest';
import { reportFindings } from '#site/check/report-findings.ts';
import { finding } from '#site/finding.ts';

afterEach(() => vi.restoreAllMocks());

test('a rule that speaks more than fifty times is shown by its first ten findings and a count', () => {
  const written: string[] = [];
  const collect = (text: string | Uint8Array) => written.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(collect);
  vi.spyOn(process.stderr, 'write').mockImplementation(collect);
  const repeated = Array.from({ length: 51 }, (_, index) =>
    finding({ path: `${index % 7}.md`, line: 1, column: 1 }, 'thieu-ma', `chưa ghi mã ${index}`, 'thêm'),
  );
  reportFindings([...repeated, finding({ path: 'b.md', line: 2, column: 1 }, 'bom', 'có BOM', 'bỏ')], 'lines');
  const lines = written.join('').split('\n');
  expect(lines.filter((line) => line.includes('chưa ghi mã'))).toHaveLength(10);
  expect(lines.filter((line) => line.includes('[bom]'))).toHaveLength(1);
  expect(lines).toContain('… và 41 chỗ nữa cũng thế [thieu-ma], ở 7 tệp; xem hết: npm run check -- --json');
});
