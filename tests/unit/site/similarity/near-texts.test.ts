import { describe, expect, test } from 'vitest';
import { generatedEntries } from '#bench/fixtures/generated-entries.ts';
import { abbreviations } from '#search/abbreviations.ts';
import { nearTexts } from '#site/similarity/near-texts.ts';

interface Text {
  readonly name: string;
  readonly text: string;
  readonly instant: number;
}

const short = abbreviations([{ short: 'UBND', meaning: 'Ủy ban nhân dân', capitalsOnly: false }]);

const closing = 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Thái Bình cảm ơn sự phối hợp của các ngành.';
/** Forty older texts that have nothing to do with one another but their closing words. */
const archive: Text[] = generatedEntries(40, 3, 1).map(({ title, body }, index) => ({
  name: `bài ${index}`,
  text: `${title}\n${body}\n${closing}`,
  instant: index,
}));

/** Sixty words without a phrase of another text. */
let told = 0;
const filler = () => Array.from({ length: 60 }, () => told++).join(' ');
const story = (name: string, instant: number, ...phrases: string[]): Text => ({
  name,
  instant,
  text: phrases.flatMap((phrase) => [phrase, filler()]).join(', '),
});

/** Words that make phrases, or end and begin sentences. */
const ends = (between: string) => ['nuôi', 'bãi', 'độ', 'giống'].map((word) => `${word}${between}Rồi`);

const near = (texts: readonly Text[]) =>
  nearTexts(texts, ({ text, instant }) => ({ fingerprint: text, instant, text: () => text }), short).near;

/** The nearest first. */
const namesNear = (texts: readonly Text[], asked: Text) =>
  [...(near([...texts, asked]).get(asked) ?? [])].sort(([, a], [, b]) => b - a).map(([{ name }]) => name);

describe('what is near', () => {
  test('who tells of the same rare name in several places is near, and no other', () => {
    const often = story('often', 50, 'bác Quách Văn Dụ', 'vườn dưa của bác Quách Văn Dụ', 'nhà bác Quách Văn Dụ');
    const rice = story('rice', 51, 'cấy lúa hàng rộng', 'lúa hàng hẹp', 'giống lúa cổ');
    const asked = story(
      'asked',
      60,
      'gặp bác Quách Văn Dụ',
      'bác Quách kể',
      'Quách Văn Dụ nói',
      'chào bác Quách Văn Dụ',
    );
    expect(namesNear([...archive, often, rice], asked)).toEqual(['often']);
  });

  test('several rare phrases of one subject make near, though no name is repeated', () => {
    const clams = story('clams', 50, 'nuôi ngao', 'bãi triều', 'giống thủy sản', 'độ mặn');
    const rice = story('rice', 51, 'cấy lúa', 'đồng trũng', 'độ mặn');
    expect(
      namesNear(
        [...archive, clams, rice],
        story('asked', 60, 'nghề nuôi ngao', 'ra bãi triều', 'đo độ mặn', 'giống thủy sản'),
      ),
    ).toEqual(['clams']);
  });

  test('of two texts the one that shares the rarer phrases is nearer', () => {
    const common = [0, 1, 2].map((at) =>
      story(`common ${at}`, 50 + at, 'cấy lúa', 'đồng trũng', 'giữ nước ngọt', 'vụ xuân'),
    );
    const rare = story('rare', 55, 'nuôi ngao', 'bãi triều', 'độ mặn', 'giống bản địa');
    const asked = story(
      'asked',
      60,
      ...['cấy lúa', 'nuôi ngao', 'đồng trũng', 'bãi triều'],
      ...['giữ nước ngọt', 'độ mặn', 'vụ xuân', 'giống bản địa'],
    );
    expect(namesNear([...archive, ...common, rare], asked)[0]).toBe('rare');
  });

  test('an abbreviation is what it means', () => {
    const written = story('written', 50, 'Ủy ban nhân dân phường Bồ', 'chợ Ủy ban', 'họp Ủy ban nhân dân');
    const asked = story('asked', 60, 'UBND phường Bồ', 'nhà UBND', 'cổng UBND');
    expect(namesNear([...archive, written], asked)).toEqual(['written']);
  });
});

describe('what is not near', () => {
  test('the name of the union and whatever else most texts hold', () => {
    const asked = story('asked', 60, closing, closing, closing, 'Hội Khoa học', 'Thái Bình', 'Kỹ thuật tỉnh Thái Bình');
    expect(namesNear(archive, asked)).toEqual([]);
  });

  test('what more than sixteen texts tell of, however large the archive', () => {
    const long = (name: string, instant: number, phrase: string) =>
      story(name, instant, ...Array.from({ length: 12 }, () => phrase));
    const large = Array.from({ length: 300 }, (_, instant) => long('other', instant, ''));
    const tell = (count: number) => Array.from({ length: count }, (_, at) => long('clams', 300 + at, 'nuôi ngao'));
    const asked = long('asked', 400, 'nuôi ngao');
    expect(namesNear([...large, ...tell(16)], asked)).toHaveLength(16);
    for (const count of [17, 18]) expect(namesNear([...large, ...tell(count)], asked), `${count}`).toEqual([]);
  });

  test('a sentence that was taken over word for word counts once, not by its length', () => {
    const sentence = 'Ban tổ chức giao cho văn phòng theo dõi và đôn đốc rồi báo cáo kết quả vào cuối mỗi quý sau đó';
    const copied = story('copied', 50, sentence);
    expect(namesNear([...archive, copied], story('asked', 60, sentence))).toEqual([]);
  });

  test('a short text that happens to share a rare phrase or two', () => {
    const notice: Text = { name: 'notice', instant: 50, text: 'Lịch nghỉ: nuôi ngao, bãi triều, độ mặn' };
    const clams = story('clams', 60, 'nuôi ngao', 'bãi triều');
    expect(namesNear([...archive, notice], clams)).toEqual([]);
    expect(namesNear([...archive, story('clams', 50, 'nuôi ngao', 'bãi triều')], { ...notice, instant: 60 })).toEqual(
      [],
    );
  });

  test('a long text that shares with every text what chance brings', () => {
    const phrases = Array.from({ length: 60 }, (_, at) => `chuyện thứ${at}`);
    const long = story('long', 50, ...phrases);
    expect(namesNear([...archive, long], story('asked', 60, ...phrases.slice(0, 3)))).toEqual([]);
    expect(
      namesNear([...archive, story('brief', 51, ...phrases.slice(0, 3))], story('asked', 60, ...phrases.slice(0, 3))),
    ).toEqual(['brief']);
  });

  test('who has the end of one sentence and the beginning of the next in common', () => {
    const [before, after] = [story('before', 50, ...ends('. ')), story('after', 60, ...ends('. '))];
    expect(namesNear([...archive, before], after)).toEqual([]);
    expect(namesNear([...archive, story('before', 50, ...ends(' '))], story('after', 60, ...ends(' ')))).toEqual([
      'before',
    ]);
  });

  test('anything, while too few texts are known to tell what is rare', () => {
    const clams = (instant: number) => story('clams', instant, 'nuôi ngao', 'bãi triều', 'độ mặn', 'giống thủy sản');
    expect(namesNear([clams(1)], clams(2))).toEqual([]);
  });
});

describe('what was told stays told', () => {
  const texts: Text[] = generatedEntries(300, 5).map(({ title, body }, index) => ({
    name: `${index}`,
    text: `${title}\n${body}`,
    instant: Math.floor(index / 2),
  }));
  const told = (list: readonly Text[]) =>
    [...near(list)].map(([text, found]) => [text.name, [...found].map(([{ name }, nearness]) => [name, nearness])]);

  test('later texts change nothing, nor do those of the same instant', () => {
    const all = told(texts);
    expect(all.filter(([, found]) => found?.length).length).toBeGreaterThan(20);
    for (const count of [20, 101, 250]) expect(told(texts.slice(0, count))).toEqual(all.slice(0, count));
    const alone = texts.filter((_, index) => index % 2 === 1 || index < 290);
    expect(told(alone).filter(([name]) => Number(name) >= 290)[0]).toEqual(all[291]);
  });
});
