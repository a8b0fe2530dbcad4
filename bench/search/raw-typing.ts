const combiningTones = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const telexTones = [...'sfrxj'];
const telexLetters: Readonly<Record<string, string>> = {
  ...{ â: 'aa', ă: 'aw', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' },
};
const vniLetters: Readonly<Record<string, string>> = {
  ...{ â: 'a6', ă: 'a8', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7', đ: 'd9' },
};

/** The keys that the Telex method needs for a lower-case syllable; the tone key comes last: "kỹ" → "kyx". */
export function telexKeys(syllable: string): string {
  return rawKeys(syllable, { ...telexLetters, oo: 'ooo' }, (tone) => telexTones[tone] ?? '').replace('uwow', 'uow');
}

/** The keys that the VNI method needs for a lower-case syllable; the tone key comes last: "học" → "hoc5". */
export function vniKeys(syllable: string): string {
  return rawKeys(syllable, vniLetters, (tone) => String(tone + 1)).replace('u7o7', 'uo7');
}

function rawKeys(
  syllable: string,
  letters: Readonly<Record<string, string>>,
  toneKey: (tone: number) => string,
): string {
  const decomposed = syllable.normalize('NFD');
  const tone = combiningTones.findIndex((mark) => decomposed.includes(mark));
  const toneless = decomposed.replace(/[\u0301\u0300\u0309\u0303\u0323]/g, '').normalize('NFC');
  const keys = toneless.replace(/oo|./gsu, (letter) => letters[letter] ?? letter);
  return keys + (tone < 0 ? '' : toneKey(tone));
}
