/**
 * Phrases with which gambling sites advertise on pages that were broken into; "#" is an amount: "58k". They are
 * offers, which reports about gambling seldom repeat.
 */
const phrases = [
  ...['nhà cái uy tín', 'nhà cái số 1', 'nhà cái số một', 'nhà cái hàng đầu', 'nhà cái mới nhất', 'nhà cái tặng tiền'],
  ...['top nhà cái', 'link nhà cái', 'link vào nhà cái', 'kèo nhà cái', 'tỷ lệ kèo', 'tỉ lệ kèo', 'soi kèo'],
  ...['nhận định kèo', 'cá cược uy tín', 'cá cược trực tuyến uy tín', 'cá cược bóng đá uy tín', 'cá độ uy tín'],
  ...[
    'cá độ bóng đá uy tín',
    'lô đề uy tín',
    'lô đề online uy tín',
    'ghi lô đề online',
    'soi cầu lô',
    'soi cầu miền bắc',
  ],
  ...['soi cầu xổ số', 'soi cầu xsmb', 'dự đoán xsmb', 'bạch thủ lô', 'chốt số miền bắc'],
  ...['đăng ký nhận #', 'đăng ký tặng #', 'đăng ký nhận ngay #', 'nhận ngay # miễn phí', 'tặng # trải nghiệm'],
  ...['nạp lần đầu tặng', 'nạp đầu tặng', 'khuyến mãi nạp đầu', 'tân thủ nhận ngay', 'hoàn trả cược'],
  ...['tải app nổ hũ', 'tải app bắn cá', 'tải app tài xỉu', 'tải app cá cược', 'tải game bắn cá', 'tải game nổ hũ'],
  ...['tải game bài', 'tải game đánh bài', 'tải game tài xỉu', 'bắn cá đổi thưởng', 'nổ hũ đổi thưởng'],
  ...['game bài đổi thưởng', 'đánh bài đổi thưởng', 'quay hũ đổi thưởng', 'slot game đổi thưởng', 'xóc đĩa đổi thưởng'],
  ...['game đổi thưởng uy tín', 'cổng game đổi thưởng', 'cổng game uy tín', 'nổ hũ uy tín', 'tài xỉu uy tín'],
  ...[
    'tài xỉu online uy tín',
    'chơi tài xỉu online',
    'tài xỉu md5',
    'casino online uy tín',
    'casino trực tuyến uy tín',
  ],
  ...['đá gà trực tiếp', 'đá gà thomo', 'link vào không bị chặn', 'link không bị chặn', 'link vào mới nhất'],
];

function withoutMarks(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd');
}

function patternOfChar(char: string): string {
  if (char === '#') return String.raw`\d[\d.,]{0,12} ?(?:[kK]|triệu|tr|đồng|đ|usd|USD|nghìn|ngàn)`;
  if (char === ' ') return String.raw`\s{1,9}`;
  const forms = [char, withoutMarks(char)].flatMap((form) => [form, form.toUpperCase()]);
  const different = [...new Set(forms)].join('');
  return different.length === 1 ? different : `[${different}]`;
}

/** A pattern that compares what phrases have in common only once: with "ab" and "ac" it is a(?:b|c). */
function patternOf(endings: readonly string[]): string {
  if (endings.includes('')) return '';
  const branches = Map.groupBy(endings, ([first = '']) => first);
  const patterns = Array.from(
    branches,
    ([char, rest]) => patternOfChar(char) + patternOf(rest.map((end) => end.slice(1))),
  );
  return patterns.length > 1 ? `(?:${patterns.join('|')})` : patterns.join('');
}

/** Without the flags i and u, and on the text as it is: it runs over every text. */
const anyPhrase = new RegExp(patternOf(phrases));

/** The phrases of gambling advertisements in a text. */
export function gamblingPhrases(text: string): { readonly offset: number; readonly text: string }[] {
  // matchAll() prepares its pattern anew for each text.
  if (!anyPhrase.test(text)) return [];
  return Array.from(text.matchAll(new RegExp(anyPhrase, 'g')), ({ index, 0: found }) => ({
    offset: index,
    text: found,
  })).filter(({ offset, text: { length } }) => isWhole(text, offset, offset + length));
}

function isWhole(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\d]$/u.test(text.slice(Math.max(0, start - 1), start)) && !/^[\p{L}\d]/u.test(text.slice(end, end + 2))
  );
}
