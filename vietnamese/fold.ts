/** Lower-case text without diacritics (NFD marks), every form of đ as d: "Hội Đồng" → "hoi dong". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐɖƉ]/g, 'd')
    .toLowerCase();
}
