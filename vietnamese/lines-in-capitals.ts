import { isInCapitals } from './is-in-capitals.ts';

/** What the head of an official document says, alone in a line or a cell (Nghị định 30/2020/NĐ-CP, Hướng dẫn 36-HD/VPTW). */
const officialHeads: readonly string[] = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
];
/** On whose behalf a document is signed: "TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "T/M BAN TỔ CHỨC", "Q. GIÁM ĐỐC". */
const signedFor = /(?<![\p{L}\p{N}])(?:(?:TM|KT|TL|TUQ|Q)\.|[TK]\/[MTL]\b\.?)\s*\p{Lu}{2}/u;
/** What stands below the office of who signs: "(Ký tên, đóng dấu)", "(Đã ký)". */
const signature = /^[^\p{L}(]*\([^\p{L}(]*(?:Đã )?[Kk]ý(?!\p{L})/u;

/**
 * The offsets of the lines all in capitals; of lines right below each other, the first. Capitals are the form of the
 * head of an official document and of the offices above a signature: these lines, and those next to them, are left out.
 */
export function linesInCapitals(text: string): number[] {
  return groupsInCapitals(text).flatMap((lines) => {
    const isOfficial = lines.some((line) => line.isOfficial);
    const told = lines.filter((line, index) => line.isSentence && !isBelow(line, lines[index - 1]));
    return isOfficial ? [] : told.map(({ offset }) => offset);
  });
}

interface Line {
  readonly offset: number;
  readonly number: number;
  /** Whether it has enough words to be hard to read. */
  readonly isSentence: boolean;
  readonly isOfficial: boolean;
}

function isBelow(line: Line, above: Line | undefined): boolean {
  return above?.isSentence === true && above.number === line.number - 1;
}

/** The lines without a small letter that no other line stands between; a signature belongs to those above it. */
function groupsInCapitals(text: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] | undefined;
  let offset = 0;
  for (const [number, line] of text.split('\n').entries()) {
    const hasSmallLetters = /\p{Ll}/u.test(line);
    const isSignature = hasSmallLetters && line.includes('(') && signature.test(line.normalize('NFC'));
    if (isSignature || (!hasSmallLetters && /\p{Lu}/u.test(line))) {
      if (group === undefined) {
        group = [];
        groups.push(group);
      }
      const isOfficial = isSignature || isOfficialForm(line.normalize('NFC'));
      group.push({ offset, number, isSentence: isInCapitals(line), isOfficial });
    }
    if (hasSmallLetters) group = undefined;
    offset += line.length + 1;
  }
  return groups;
}

function isOfficialForm(line: string): boolean {
  const cells = line.split(/[|\t]| {2}/).map((cell) => cell.match(/\p{L}+/gu)?.join(' ') ?? '');
  return cells.some((cell) => officialHeads.includes(cell)) || signedFor.test(line);
}
