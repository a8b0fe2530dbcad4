import { fold } from './fold.ts';

/** Two-syllable words, without diacritics, that are frequent in headlines of a science union. */
const compounds = new Set(
  `ban hanh|ban chap|bao cao|bao dai|bao ton|bao ve|bieu duong|bo sung|binh dan|bien doi|can bo|canh tac|chap hanh|chan nuoi|chuc mung|chuong trinh|chu tich|chuyen doi|chuyen gia|chuyen giao|cong bo|cong dong|cong nghe|cong nghiep|cong tac|cuoc thi|cuoc hop|dai bieu|dai hoi|danh gia|dao tao|dang ky|de an|de tai|de xuat|dia ban|dia phuong|dich vu|doanh nghiep|doi moi|doi song|don vi|du an|du lich|du thao|dung cam|gia tri|giai phap|giai doan|giai thuong|giam dinh|giam sat|giao duc|gioi thieu|gop y|hang nam|hanh dong|hieu qua|hiep hoi|hien dai|hoat dong|hoc sinh|hoc tap|hoi nghi|hoi thao|hoi thi|hoi vien|hop tac|hoan thien|huong dan|khai mac|khai thac|khao sat|khen thuong|khoa hoc|kiem tra|kien thuc|kinh doanh|kinh nghiem|kinh te|ky ket|ky niem|ky thuat|lam viec|lang nghe|lanh dao|lao dong|le ky|lien hiep|lien minh|linh vuc|mo hinh|moi truong|nang cao|nang luong|nang suat|ngan hang|nghe nhan|nghien cuu|nghi quyet|nguoi dan|nguon luc|nhan dan|nhan luc|nhiem ky|nhiem vu|nong dan|nong nghiep|nong thon|noi dung|phan bien|phat dong|phat huy|phat trien|pho bien|phoi hop|phong trao|phu nu|phuc vu|quan ly|quan trac|quoc gia|quoc te|quy hoach|quy dinh|sang che|sang kien|sang tao|san pham|san xuat|sinh hoc|sinh vien|so ket|su kien|suc khoe|tai lieu|tap huan|tang cuong|thai binh|tham gia|thanh lap|thanh nien|thanh pho|thanh tich|thanh tuu|thi truong|thong bao|thong qua|thong tin|thong minh|thoi tiet|thuc hien|thuc pham|thuc tien|thu nghiem|thuong mai|thuong nien|thuy loi|thuy san|tich cuc|tiem nang|tien bo|tieu bieu|tin hoc|tin tuc|to chuc|ton vinh|tong ket|trao doi|trien khai|trien lam|tri thuc|tri tue|trong trot|truong hoc|truyen thong|truyen thanh|tu van|tuyen duong|tuyen truyen|ung dung|van ban|van dong|van hoa|van nghe|viet nam|vinh du|xa hoi|xay dung|xuat sac|y kien|y te|de dieu|ve sinh|vi du|minh hoa|tim thay|lien he|luu tru|cau hoi|tra loi|tac gia|mang luoi|phuong an|thuc vat|hoc duong|khanh thanh|khoi dong|giao vien|tinh than|tinh nguyen|nghiem thu|chi tieu|ke hoach|chat luong|cong trinh|dai dien|ket qua|ban do|tho nhuong|lua chon|xu ly|rac thai|bao dong|khong khi|dau tu|ho tro|phong chong|nuoi trong|gap mat|tap the|ca nhan|thi dua`.split(
    '|',
  ),
);

/** Units of administration, which stand before a name: "tỉnh Bình Định", "TP. Quy Nhơn". */
const places = new Set(['tinh', 'huyen', 'xa', 'phuong', 'quan', 'tp', 'tp.', 'thanh pho']);
const maxNameLength = 3;

/**
 * Splits a headline at the spaces where a line may break: not inside known two-syllable words and names of places, and
 * not after "và": "Khoa học và Kỹ thuật" → ["Khoa học", "và Kỹ thuật"]. Joining the parts with a space restores the text.
 */
export function unbreakableParts(headline: string): string[] {
  const syllables = headline.split(' ');
  const plain = fold(headline).split(' ');
  const parts: string[] = [];
  for (let i = 0; i < syllables.length; ) {
    const word = isCompound(plain[i], plain[i + 1]) ? 2 : 1;
    const length = word + (places.has(plain.slice(i, i + word).join(' ')) ? nameLength(syllables, i + word) : 0);
    const part = syllables.slice(i, i + length).join(' ');
    if (parts.at(-1) === 'và') parts[parts.length - 1] = `và ${part}`;
    else parts.push(part);
    i += length;
  }
  return parts;
}

function isCompound(first: string | undefined, second: string | undefined): boolean {
  return second !== undefined && compounds.has(`${first} ${second.replace(/[,.;:!?…]{1,3}$/, '')}`);
}

/** The number of syllables of the name that begins at an index; none where it is longer than a line holds. */
function nameLength(syllables: readonly string[], start: number): number {
  let length = 0;
  while (/^\p{Lu}\p{Ll}/u.test(syllables[start + length] ?? '')) {
    length++;
    if (/[^\p{L}\p{M}]$/u.test(syllables[start + length - 1] ?? '')) break;
  }
  return length <= maxNameLength ? length : 0;
}
