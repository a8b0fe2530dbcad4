import { expect, test } from 'vitest';
import { decodeLegacyText, isPlainVietnamese } from '#vietnamese/legacy-encoding.ts';

const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const misread = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) =>
    byte >= 0x80 && byte < 0xa0 ? windows1252.charAt(byte - 0x80) : String.fromCharCode(byte),
  ).join('');

const decodeIfNeeded = (text: string) => (isPlainVietnamese(text) ? undefined : decodeLegacyText(text));
const sentence = 'Đại hội “Khoa học” – các hội thành viên và người dân bàn về đường lối, chỉ tiêu năm 2027.';

test.each([
  ['TCVN3', 'Héi nghÞ tæng kÕt n¨m cña Liªn hiÖp héi.', 'Hội nghị tổng kết năm của Liên hiệp hội.'],
  ['TCVN3', 'C¨n cø QuyÕt ®Þnh sè 12/Q§-UBND cña UBND tØnh', 'Căn cứ Quyết định số 12/QĐ-UBND của UBND tỉnh'],
  ['TCVN3', 'Ng­êi lao ®éng ®· vÒ n­íc', 'Người lao động đã về nước'],
  ['TCVN3', 'author: NguyÔn V¨n An', 'author: Nguyễn Văn An'],
  ['TCVN3', 'HéI NGHÞ TæNG KÕT', 'HỘI NGHỊ TỔNG KẾT'],
  ['TCVN3', 'Héi nghÞ tæng kÕt cña Müller', 'Hội nghị tổng kết của Müller'],
  [
    'TCVN3',
    'Héi th¶o t¹i São Paulo vÒ c«ng nghÖ sinh häc cña c¸c n­íc',
    'Hội thảo tại São Paulo về công nghệ sinh học của các nước',
  ],
  ['VNI-Windows', 'Hoäi nghò toång keát naêm cuûa Lieân hieäp hoäi.', 'Hội nghị tổng kết năm của Liên hiệp hội.'],
  ['VNI-Windows', 'Ngöôøi lao ñoäng ñöôïc thöôûng, nghóa tình', 'Người lao động được thưởng, nghĩa tình'],
  ['VNI-Windows', 'ÑAÏI HOÄI ÑAÛNG BOÄ TÆNH', 'ĐẠI HỘI ĐẢNG BỘ TỈNH'],
  ['VISCII', 'Hµi ngh¸ t±ng kªt cüa Liên hi®p hµi', 'Hội nghị tổng kết của Liên hiệp hội'],
  ['UTF-8', misread(sentence), sentence],
  ['UTF-8', misread(misread(sentence)), sentence],
  ['UTF-8', misread(sentence.normalize('NFD')), sentence],
  ['UTF-8', 'Hội bàn về â€œchuyển đổi sốâ€\u009D trong năm.', 'Hội bàn về “chuyển đổi số” trong năm.'],
])('a paragraph in %s is decoded: %j', (encoding, written, meant) => {
  expect(decodeIfNeeded(written)).toEqual({ encoding, text: meant });
});

test('a no-break space that copying made a space of is restored', () => {
  const copied = misread('Các đồng chí và làm việc tại nhà máy').replaceAll('\u00A0', ' ');
  expect(decodeIfNeeded(copied)?.text).toBe('Các đồng chí và làm việc tại nhà máy');
});

test.each([
  ['Vietnamese', 'Hội nghị đã bàn về thuỷ lợi, khoá học; «Hay quá»… và “Chào các bạn”, 30°C, 5 km², 5µm.'],
  [
    'a quotation in another encoding',
    'Chữ “Héi nghÞ” là của TCVN3, còn “Hội nghị” thì là của Unicode, gõ bằng UniKey.',
  ],
  ['formulas', 'Phép chiếu R³→R², b×5<15b×5<15, outputs 22 · lists 17 · rules 3'],
  ['French', 'Thérèse Raquin est née à Orléans ; la forêt, l’hôtel, Noël, très élégant, déjà vu, cœur.'],
  ['Portuguese', 'São Paulo: informações, coração, ação, João não é. “MAÇÃ” “NÃO”… PORTUGUÊS'],
  ['German', 'Köln und München, schön, größer, möchte für Düsseldorf, Björn Müller, Übergänge.'],
  ['Spanish', 'El niño español del año pasado, mañana, señor, ¿cómo está?'],
  ['Catalan', 'col·lecció, il·lusió, intel·ligència'],
  ['Icelandic', 'Það er íslenska, þetta æði, ýmislegt, Þórður'],
  ['Turkish', 'İstanbul öğrenci için güzel çocuk, ağaç'],
])('%s stays as it is', (_, text) => {
  expect(decodeIfNeeded(text)).toBeUndefined();
});

test.each(['Ông nói: “C¸n bé ph¶i ®i ®Çu”.', '- có ba ý;\n- không có gì;'])(
  'words that are Vietnamese as they are stay in a text of two encodings: %j',
  (text) => {
    expect(decodeLegacyText(text)).toBeUndefined();
  },
);

test('lines that are Vietnamese as they are stay when the lines beside them are decoded', () => {
  expect(decodeLegacyText('- có ba ý;\n- Héi nghÞ tæng kÕt c«ng t¸c n¨m cña Liªn hiÖp.')?.text).toBe(
    '- có ba ý;\n- Hội nghị tổng kết công tác năm của Liên hiệp.',
  );
});
