const gap = '[ \u00A0]';
// Letters with diacritics and their combining marks are in this range; \p{L} would take three times as long.
const letter = '[\\wÀ-ỹ]';
const end = `(?!${letter})`;

/** Words before a number that belong to it: "ngày 20/6", "khóa XII". */
const labels =
  '[Nn]gày|[Tt]háng|[Nn]ăm|[Qq]uý|[Tt]uần|[Mm]ùng|[Mm]ồng|[Gg]iờ|[Ss]ố|[Đđ]iều|[Kk]hoản|[Tt]rang|[Kk]h(?:óa|oá)|[Tt]hứ';

/** Words after a number that belong to it: units and what is often counted. */
const units = [
  ...['%', '‰', '°C', '₫', 'đồng', 'đ', 'USD', 'EUR', 'trăm', 'nghìn', 'ngàn', 'vạn', 'triệu', 'tỷ', 'tỉ', 'chục'],
  ...['mm', 'cm', 'dm', 'm', 'mét', 'km', 'm2', 'm²', 'm3', 'm³', 'km2', 'km²', 'ha', 'hecta', 'mẫu', 'sào', 'độ'],
  ...['mg', 'g', 'kg', 'yến', 'tạ', 'tấn', 'ml', 'l', 'lít', 'W', 'kW', 'MW', 'kWh', 'kV', 'KB', 'MB', 'GB'],
  ...['giây', 'phút', 'giờ', 'buổi', 'ngày', 'đêm', 'tuần', 'tháng', 'quý', 'năm', 'tuổi', 'lần', 'lượt'],
  ...['người', 'hộ', 'em', 'cháu', 'học sinh', 'sinh viên', 'đại biểu', 'hội viên', 'hội', 'chi hội', 'đoàn', 'đội'],
  ...['thôn', 'xã', 'phường', 'huyện', 'tỉnh', 'lớp', 'trường', 'nhóm', 'đơn vị', 'cơ quan', 'doanh nghiệp'],
  ...['đề tài', 'dự án', 'giải pháp', 'giải', 'bài', 'tác phẩm', 'sản phẩm', 'mô hình', 'công trình', 'điểm', 'phiếu'],
  ...['cuốn', 'tập', 'trang', 'câu', 'ý kiến', 'cây', 'con', 'chiếc', 'cái', 'bộ', 'suất', 'loại'],
].join('|');
const powers = 'trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ';
const weekday = `(?<!${letter})(?:[Tt]hứ${gap}(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ${gap}[Nn]hật)`;

/** Each begins at the space or the dash, of which a text has fewer than letters. */
const boundParts = [
  String.raw`${gap}(?=\d|[IVXL]+${end})(?<=(?<!${letter})(?:${labels})${gap})`,
  String.raw`${gap}(?=(?:${units})${end})(?<=\d${gap}(?:(?:${powers})${gap})?)`,
  // "2018 - 2023", "2018 -2023"
  String.raw`(?:${gap}[-–—]\u2060?${gap}?|[-–—]\u2060?${gap})(?=\d)(?<=\d%?${gap}?[-–—]\u2060?${gap}?)`,
  // "Thứ Tư, 20/06/2018"
  `${gap}(?=(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[Nn]hật)${end})(?<=(?<!${letter})(?:[Tt]hứ|[Cc]hủ)${gap})`,
  String.raw`${gap}(?=\d{1,2}/)(?<=${weekday},${gap})`,
];
const boundPart = new RegExp(boundParts.join('|'), 'g');
/** After a dash a line may break even before a no-break space (UAX #14, LB12a). */
const breakingDash = /[–—](?=\u00A0?\d)(?<=\d%?\u00A0?.)|-(?=\u00A0?\d)(?<=\d%?\u00A0.)|-(?=\u00A0\d)(?<=\d%?.)/g;
const mayMatch = /\d|[Tt]hứ|[Cc]hủ|[IVXL]/;

/**
 * Text with no line break inside dates, ranges of numbers and quantities: "ngày 20/6", "2018 - 2023", "52 người".
 * U+00A0 replaces spaces, U+2060 follows dashes. Unlike `white-space: nowrap`, both let a very long part break where it
 * would overflow. The search of browsers takes the one for a space and skips the other.
 */
export function noBreak(text: string): string {
  return joinDashes(bindSpaces(text));
}

/** The first half of `noBreak`, which keeps the length of the text. */
export function bindSpaces(text: string): string {
  return mayMatch.test(text) ? text.replace(boundPart, (part) => part.replaceAll(' ', '\u00A0')) : text;
}

/** The second half of `noBreak`, which depends on the characters next to a dash only. */
export function joinDashes(text: string): string {
  return text.replace(breakingDash, '$&\u2060');
}
