import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentences } from '#vietnamese/sentences.ts';

const read = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

test('a sentence ends at its mark, with what closes after it', () => {
  expect(read('Hội nghị khai mạc sáng 20/6/2018. Có ai hỏi gì không? “Không!” Rồi…  Xong (hẳn.) Hết')).toEqual([
    'Hội nghị khai mạc sáng 20/6/2018.',
    'Có ai hỏi gì không?',
    '“Không!”',
    'Rồi…',
    'Xong (hẳn.)',
    'Hết',
  ]);
});

test.each([
  'GS. TSKH. Nguyễn Văn A và PGS.TS. Trần Thị B tới dự.',
  'Lễ ký ở TP. Thái Bình do ThS. Lê C. Dũng chủ trì.',
  'Xem tr. 5 của tài liệu.',
  'Mức 1.250.000 đồng, tăng 4.5 lần.',
  '1. Công tác chuẩn bị',
  'Lúa, ngô, khoai, v.v. đều được mùa.',
  'Bà nói: “Được!” rồi ra về.',
])('no sentence ends inside “%s”', (text) => {
  expect(read(text)).toEqual([text]);
});

test('a year or a unit ends one, a semicolon too', () => {
  expect(read('Đề án xong năm 2018. Diện tích là 20 ha. Tăng cường a; đẩy mạnh b.')).toEqual([
    'Đề án xong năm 2018.',
    'Diện tích là 20 ha.',
    'Tăng cường a;',
    'đẩy mạnh b.',
  ]);
});

test('of any text no letter or digit is left out or read twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aĐ1 .;?!…”)\n') }), (text) => {
      const words = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, '');
      expect(words(read(text).join(''))).toBe(words(text));
    }),
  );
});

test('nothing is read of an empty text or of marks alone', () => {
  expect([read(''), read(' \n'), read('… . —')]).toEqual([[], [], []]);
});
