/** Text without marks, lower case, Unicode NFD marks removed and every form of đ as d: "Hội Đồng" → "hoi dong". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐɖƉ]/g, 'd')
    .toLowerCase();
}
