import type { Entry } from '#search/entry.ts';
import { slug } from '#vietnamese/slug.ts';
import { generatedSentences } from './generated-sentences.ts';
import { pickOf, randomNumbers } from './random-numbers.ts';

const categories = ['Tin tức - sự kiện', 'Khoa học và đời sống', 'Tư vấn phản biện', 'Hội thành viên'];
/** Articles of about 435 words over twenty years, made of the fixtures' words: the same for the same seed. */
export function generatedEntries(count: number, seed = 1, jumps = 0.3): Entry[] {
  const random = randomNumbers(seed);
  const sentence = generatedSentences(random, jumps);
  return Array.from({ length: count }, (_, index) => {
    const year = 2007 + Math.floor((index / count) * 20);
    const share = ((index / count) * 20) % 1;
    const day = new Date(Date.UTC(year, 0, 1 + Math.floor(share * 360))).toISOString().slice(0, 10);
    const title = sentence(9 + Math.floor(random() * 9));
    return {
      address: `/bai-viet/${slug(title).slice(0, 80)}-${index}/`,
      title,
      lead: `${sentence(20)}. ${sentence(15)}.`,
      body: Array.from({ length: 8 }, () => `${sentence(16)}, ${sentence(12)}. ${sentence(18)}.`).join('\n'),
      category: pickOf(categories, random),
      day,
    };
  });
}
