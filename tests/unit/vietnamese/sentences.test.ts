import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openingSentences, sentences } from '#vietnamese/sentences.ts';

const sentencesOf = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

test('a sentence ends after its punctuation mark and closing quotes or brackets', () => {
  expect(sentencesOf('Hội nghị khai mạc sáng 20/6/2018. Có ai hỏi gì không? “Không!” Rồi…  Xong (hẳn.) Hết')).toEqual([
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
  expect(sentencesOf(text)).toEqual([text]);
});

test('a sentence can end after a year or a unit, and at a semicolon', () => {
  expect(sentencesOf('Đề án xong năm 2018. Diện tích là 20 ha. Tăng cường a; đẩy mạnh b.')).toEqual([
    'Đề án xong năm 2018.',
    'Diện tích là 20 ha.',
    'Tăng cường a;',
    'đẩy mạnh b.',
  ]);
});

test('the sentences of any text have each letter and digit exactly once', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aĐ1 .;?!…”)\n') }), (text) => {
      const words = (input: string) => input.replace(/[^\p{L}\p{N}]/gu, '');
      expect(words(sentencesOf(text).join(''))).toBe(words(text));
    }),
  );
});

test('an empty text, or one of punctuation marks alone, has no sentences', () => {
  expect([sentencesOf(''), sentencesOf(' \n'), sentencesOf('… . —')]).toEqual([[], [], []]);
});

test.each([
  [
    'Hội viên nộp đơn tại Văn phòng Liên hiệp hội. Kết quả có sau 15 ngày.',
    'Hội viên nộp đơn tại Văn phòng Liên hiệp hội.',
  ],
  [
    'Được. Hội thi không giới hạn tuổi; ai cũng dự thi được. Xem thể lệ.',
    'Được. Hội thi không giới hạn tuổi; ai cũng dự thi được.',
  ],
  ['Ông A. Nguyễn ở TP. Thái Bình trả lời như sau. Một là.', 'Ông A. Nguyễn ở TP. Thái Bình trả lời như sau.'],
  ['Chưa có', 'Chưa có'],
  ['', ''],
])('the opening of “%s” has whole sentences until it says something', (text, opening) => {
  expect(openingSentences(text)).toBe(opening);
});
