import { generatedSentences } from '#tests/generated-sentences.ts';
import { pickOf, randomNumbers } from '#tests/random-numbers.ts';
import { slug } from '#vietnamese/slug.ts';

/** A name and the part of an address that is its own. */
export interface Named {
  readonly name: string;
  readonly slug: string;
}

/** An article of the bench, before any program's form is given to it. */
export interface GeneratedArticle {
  readonly slug: string;
  /** Permanent id, an IRI. */
  readonly id: string;
  readonly title: string;
  /** "2019-05-20" */
  readonly day: string;
  readonly author: Named;
  readonly category: Named;
  readonly tags: readonly Named[];
  readonly lead: string;
  /** Markdown. */
  readonly body: string;
}

function named(...names: string[]): readonly Named[] {
  return names.map((name) => ({ name, slug: slug(name) }));
}

export const generatedAuthors = named(
  ...['Ban Biên tập mẫu', 'Tổ máy ghép chữ', 'Nguyễn Văn Ví Dụ', 'Trần Thị Thí Dụ', 'Lê Văn Minh Họa', 'Phạm Thị Mẫu'],
);

export const generatedCategories = named(
  ...['Tin mẫu', 'Đời sống mẫu', 'Phản biện mẫu', 'Hội thi mẫu', 'Hội viên mẫu', 'Nông nghiệp mẫu', 'Tập huấn mẫu'],
  'Thông báo mẫu',
);

export const generatedTags = named(
  ...['lúa', 'ngao', 'tôm', 'đê điều', 'thủy lợi', 'môi trường', 'giáo dục', 'y tế', 'đại hội', 'tập huấn'],
  ...['sáng tạo', 'thanh niên', 'phụ nữ', 'nước sạch', 'chăn nuôi', 'trồng trọt', 'dược liệu', 'cơ khí', 'tin học'],
  ...['điện', 'xây dựng', 'giao thông', 'khí tượng', 'bản đồ', 'thư viện', 'bảo tàng', 'học sinh', 'sinh viên'],
  ...['nhà giáo', 'thầy thuốc', 'kỹ sư', 'hợp tác xã', 'làng nghề', 'vườn cây', 'nuôi ong', 'rừng ngập mặn', 'mùa vụ'],
  ...['hạt giống', 'phân bón', 'máy cấy'],
);

const firstDay = Date.UTC(2014, 10, 24);
const days = 12 * 365;

/** Article number n of about 400 words, of one of twelve years: the same however many there are. */
export function generatedArticle(n: number): GeneratedArticle {
  const random = randomNumbers(n + 1);
  const sentence = generatedSentences(random, 0.3);
  const whole = (length: number) => `${sentence(length)}.`;
  const paragraph = () => `${sentence(16)}, ${sentence(12).toLowerCase()}. ${whole(18)} ${whole(14)}`;
  // Without the longest words of the fixtures, which no title can hold.
  const title = `Bài mẫu về ${sentence(7 + Math.floor(random() * 7)).toLowerCase()}`.replaceAll(/ [^ ]{12,}/g, '');
  // Squared, so that the first names of a list are the frequent ones.
  const frequent = (list: readonly Named[]) => list[Math.floor(random() ** 2 * list.length)] as Named;
  return {
    slug: `${slug(title).slice(0, 70).replace(/-$/, '')}-${n}`,
    id: `tag:example.org,2014:bai-${n}`,
    title,
    day: new Date(firstDay + Math.floor(random() * days) * 86_400_000).toISOString().slice(0, 10),
    author: pickOf(generatedAuthors, random),
    category: frequent(generatedCategories),
    tags: [...new Set(Array.from({ length: 3 }, () => frequent(generatedTags)))],
    lead: `${whole(16)} ${whole(14)}`,
    body: [
      paragraph(),
      paragraph(),
      `## ${sentence(6)}`,
      `${whole(15)} **${sentence(4)}** ${sentence(8).toLowerCase()}. ${whole(16)}`,
      [9, 8, 10].map((length) => `- ${whole(length)}`).join('\n'),
      paragraph(),
      `${sentence(10)}, [${sentence(3).toLowerCase()}](https://example.org/), ${sentence(9).toLowerCase()}. ${whole(17)}`,
      paragraph(),
    ].join('\n\n'),
  };
}
