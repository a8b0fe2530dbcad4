import { describe, expect, test } from 'vitest';
import { generatedEntries } from '#bench/fixtures/generated-entries.ts';
import { similarItemsOf } from '#news/similar-items.ts';
import { compileAbbreviations } from '#search/compile-abbreviations.ts';
import { similarTexts } from '#site/similarity/similar-texts.ts';

interface Text {
  readonly name: string;
  readonly text: string;
  readonly instant: number;
}

const compiled = compileAbbreviations([{ short: 'UBND', meaning: 'Ủy ban nhân dân', capitalsOnly: false }]);

const closing = 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Thái Bình cảm ơn sự phối hợp của các ngành.';
/** Forty older texts with nothing in common but their closing words. */
const archive: Text[] = generatedEntries(40, 3, 1).map(({ title, body }, index) => ({
  name: `bài ${index}`,
  text: `${title}\n${body}\n${closing}`,
  instant: index,
}));

/** Sixty words that occur in no other text. */
let used = 0;
const filler = () => Array.from({ length: 60 }, () => used++).join(' ');
const story = (name: string, instant: number, ...phrases: string[]): Text => ({
  name,
  instant,
  text: phrases.flatMap((phrase) => [phrase, filler()]).join(', '),
});

/** Word pairs that are phrases, or cross from one sentence into the next. */
const ends = (between: string) => ['nuôi', 'bãi', 'độ', 'giống'].map((word) => `${word}${between}Rồi`);

/** For each text the similar texts and their scores, by name. */
function similarTo(texts: readonly Text[]) {
  const dated = texts.map(({ text, instant }) => ({ dataHash: text, instant, text: () => text }));
  const { similar } = similarTexts(dated, compiled);
  return texts.map(({ name }, index) => ({
    name,
    found: Array.from(similarItemsOf(similar, index), ([other, score]) => [texts[other]?.name, score] as const),
  }));
}

/** The names of the texts that are similar to a later one, the most similar first. */
const similarNames = (texts: readonly Text[], text: Text) =>
  (similarTo([...texts, text]).at(-1)?.found ?? []).sort(([, a], [, b]) => b - a).map(([name]) => name);

describe('similar texts', () => {
  test('a text with the same rare name in several places, and no other', () => {
    const often = story('often', 50, 'bác Quách Văn Dụ', 'vườn dưa của bác Quách Văn Dụ', 'nhà bác Quách Văn Dụ');
    const rice = story('rice', 51, 'cấy lúa hàng rộng', 'lúa hàng hẹp', 'giống lúa cổ');
    const query = story(
      'query',
      60,
      'gặp bác Quách Văn Dụ',
      'bác Quách kể',
      'Quách Văn Dụ nói',
      'chào bác Quách Văn Dụ',
    );
    expect(similarNames([...archive, often, rice], query)).toEqual(['often']);
  });

  test('a text with several rare phrases of the subject, even if no name is repeated', () => {
    const clams = story('clams', 50, 'nuôi ngao', 'bãi triều', 'giống thủy sản', 'độ mặn');
    const rice = story('rice', 51, 'cấy lúa', 'đồng trũng', 'độ mặn');
    expect(
      similarNames(
        [...archive, clams, rice],
        story('query', 60, 'nghề nuôi ngao', 'ra bãi triều', 'đo độ mặn', 'giống thủy sản'),
      ),
    ).toEqual(['clams']);
  });

  test('a text that shares rarer phrases is more similar', () => {
    const common = [0, 1, 2].map((at) =>
      story(`common ${at}`, 50 + at, 'cấy lúa', 'đồng trũng', 'giữ nước ngọt', 'vụ xuân'),
    );
    const rare = story('rare', 55, 'nuôi ngao', 'bãi triều', 'độ mặn', 'giống bản địa');
    const query = story(
      'query',
      60,
      ...['cấy lúa', 'nuôi ngao', 'đồng trũng', 'bãi triều'],
      ...['giữ nước ngọt', 'độ mặn', 'vụ xuân', 'giống bản địa'],
    );
    expect(similarNames([...archive, ...common, rare], query)[0]).toBe('rare');
  });

  test('an abbreviation equals its meaning', () => {
    const written = story('written', 50, 'Ủy ban nhân dân phường Bồ', 'chợ Ủy ban', 'họp Ủy ban nhân dân');
    const query = story('query', 60, 'UBND phường Bồ', 'nhà UBND', 'cổng UBND');
    expect(similarNames([...archive, written], query)).toEqual(['written']);
  });
});

describe('texts that are not similar', () => {
  test('texts that share the name of the union and other phrases of most texts', () => {
    const query = story('query', 60, closing, closing, closing, 'Hội Khoa học', 'Thái Bình', 'Kỹ thuật tỉnh Thái Bình');
    expect(similarNames(archive, query)).toEqual([]);
  });

  test('texts that share a phrase of more than sixteen texts, however large the archive', () => {
    const long = (name: string, instant: number, phrase: string) =>
      story(name, instant, ...Array.from({ length: 12 }, () => phrase));
    const large = Array.from({ length: 300 }, (_, instant) => long('other', instant, ''));
    const withPhrase = (count: number) =>
      Array.from({ length: count }, (_, at) => long('clams', 300 + at, 'nuôi ngao'));
    const query = long('query', 400, 'nuôi ngao');
    expect(similarNames([...large, ...withPhrase(16)], query)).toHaveLength(16);
    for (const count of [17, 18]) expect(similarNames([...large, ...withPhrase(count)], query), `${count}`).toEqual([]);
  });

  test('a text that shares one copied sentence, however long', () => {
    const sentence = 'Ban tổ chức giao cho văn phòng theo dõi và đôn đốc rồi báo cáo kết quả vào cuối mỗi quý sau đó';
    const copied = story('copied', 50, sentence);
    expect(similarNames([...archive, copied], story('query', 60, sentence))).toEqual([]);
  });

  test('a short text that shares a rare phrase or two', () => {
    const notice: Text = { name: 'notice', instant: 50, text: 'Lịch nghỉ: nuôi ngao, bãi triều, độ mặn' };
    const clams = story('clams', 60, 'nuôi ngao', 'bãi triều');
    expect(similarNames([...archive, notice], clams)).toEqual([]);
    expect(
      similarNames([...archive, story('clams', 50, 'nuôi ngao', 'bãi triều')], { ...notice, instant: 60 }),
    ).toEqual([]);
  });

  test('a long text that shares only what chance explains', () => {
    const phrases = Array.from({ length: 60 }, (_, at) => `chuyện thứ${at}`);
    const long = story('long', 50, ...phrases);
    expect(similarNames([...archive, long], story('query', 60, ...phrases.slice(0, 3)))).toEqual([]);
    expect(
      similarNames(
        [...archive, story('brief', 51, ...phrases.slice(0, 3))],
        story('query', 60, ...phrases.slice(0, 3)),
      ),
    ).toEqual(['brief']);
  });

  test('texts that share the end of one sentence and the beginning of the next', () => {
    const [before, after] = [story('before', 50, ...ends('. ')), story('after', 60, ...ends('. '))];
    expect(similarNames([...archive, before], after)).toEqual([]);
    expect(similarNames([...archive, story('before', 50, ...ends(' '))], story('after', 60, ...ends(' ')))).toEqual([
      'before',
    ]);
  });

  test('any texts, while there are too few to know which phrases are rare', () => {
    const clams = (instant: number) => story('clams', instant, 'nuôi ngao', 'bãi triều', 'độ mặn', 'giống thủy sản');
    expect(similarNames([clams(1)], clams(2))).toEqual([]);
  });
});

describe('scores are final', () => {
  const texts: Text[] = generatedEntries(300, 5).map(({ title, body }, index) => ({
    name: `${index}`,
    text: `${title}\n${body}`,
    instant: Math.floor(index / 2),
  }));
  test('neither later texts nor texts of the same instant change them', () => {
    const all = similarTo(texts);
    expect(all.filter(({ found }) => found.length > 0).length).toBeGreaterThan(20);
    for (const count of [20, 101, 250]) expect(similarTo(texts.slice(0, count))).toEqual(all.slice(0, count));
    const alone = texts.filter((_, index) => index % 2 === 1 || index < 290);
    expect(similarTo(alone).find(({ name }) => Number(name) >= 290)).toEqual(all[291]);
  });
});
