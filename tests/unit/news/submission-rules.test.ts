import { expect, test } from 'vitest';
import { submissionFaults } from '#news/submission-rules.ts';

const words = (count: number) => Array.from({ length: count }, () => 'tin').join(' ');
const wrong = (title: string, text: string) => submissionFaults({ title, text }).map((fault) => fault.wrong);

test('a title of 12 words with a text of 500 words follows the rules of the national union', () => {
  expect(submissionFaults({ title: words(12), text: words(500) })).toEqual([]);
  expect(submissionFaults({ title: `${words(11)} – mới`, text: `${words(499)}\n\n— hết.` })).toEqual([]);
});

test('a longer title or text is reported with its length and the limit', () => {
  expect(submissionFaults({ title: words(15), text: words(501) })).toEqual([
    { about: 'title', wrong: 'tiêu đề có 15 từ, quy định là không quá 12', remedy: 'rút gọn tiêu đề' },
    { about: 'text', wrong: 'bài có 501 từ, quy định là không quá 500', remedy: 'rút gọn bài' },
  ]);
});

test('a title in capitals is reported', () => {
  expect(wrong('LỄ KÝ KẾT CHƯƠNG TRÌNH PHỐI HỢP', 'Tin.')).toEqual([
    'tiêu đề viết bằng chữ hoa, quy định là chữ thường',
  ]);
  expect(wrong('Lễ ký kết của VUSTA', 'Tin.')).toEqual([]);
});

test('every violation of an article is reported, in short phrases', () => {
  const faults = submissionFaults({ title: words(13).toUpperCase(), text: words(600) });
  expect(faults.map(({ about }) => about)).toEqual(['title', 'title', 'text']);
  for (const phrase of faults.flatMap((fault) => [fault.wrong, fault.remedy]))
    expect(phrase).toMatch(/^\p{Ll}.*[^.]$/u);
});
