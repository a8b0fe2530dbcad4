import { expect, test } from 'vitest';
import type { Difference, Verification } from '#site/verification/difference.ts';
import { reportVerification, verificationExitCode } from '#site/verification/report-verification.ts';

const clean: Verification = { differences: [], unseen: [], notes: [], compared: 30, requests: 90 };
const difference = (address: string, kind: Difference['kind'] = 'changed'): Difference => ({
  ...{ address, kind, who: 'mọi người', what: 'thấy nội dung khác', detail: `dòng ${address.length}` },
});

test('only a comparison that saw everything and found nothing ends with 0', () => {
  const unseen = [{ address: '/a/', reason: 'mã 403' }];
  const interrupted = 'kết nối đứt';
  expect(verificationExitCode(clean)).toBe(0);
  expect(verificationExitCode({ ...clean, unseen })).toBe(2);
  expect(verificationExitCode({ ...clean, interrupted })).toBe(2);
  expect(verificationExitCode({ ...clean, differences: [difference('/')] })).toBe(1);
  // What is certain is told, whatever else was not seen; but not as if everything had been.
  expect(verificationExitCode({ ...clean, differences: [difference('/')], unseen })).toBe(1);
  expect(verificationExitCode({ ...clean, differences: [difference('/')], interrupted })).toBe(2);
  for (const seen of [{ unseen }, { interrupted }])
    expect(reportVerification({ ...clean, ...seen }).join('\n')).not.toMatch(/^Sạch/m);
});

test('hundreds of alike differences take five lines, the most dangerous kind comes first', () => {
  const many = Array.from({ length: 300 }, (_, index) => difference(`/${String(index).padStart(3, '0')}/`));
  const lines = reportVerification({ ...clean, differences: [...many, difference('/z/', 'redirect')] });
  expect(lines.slice(0, 5)).toEqual([
    '/z/: mọi người thấy nội dung khác · dòng 3',
    '/000/: mọi người thấy nội dung khác · dòng 5',
    '/001/: mọi người thấy nội dung khác · dòng 5',
    '/002/: mọi người thấy nội dung khác · dòng 5',
    '/003/ và 296 địa chỉ nữa cũng vậy: mọi người thấy nội dung khác (xem hết: thêm --all)',
  ]);
  expect(lines[5]).toMatch(/^LƯU Ý: hơn nửa số địa chỉ khác như nhau/);
  expect(reportVerification({ ...clean, differences: many }, true)).toHaveLength(302);
});
