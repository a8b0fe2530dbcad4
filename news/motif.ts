/** The drawn pictures of categories: the files of assets/motifs/. */
export const motifs = [
  'tin-tuc',
  'thong-bao',
  'van-ban',
  'khoa-hoc',
  'cong-nghe',
  'nong-nghiep',
  'thuy-loi',
  'moi-truong',
  'suc-khoe',
  'giao-duc',
  'hoi-thi',
  'tu-van',
] as const;

export type Motif = (typeof motifs)[number];

/** Words of slugs that mean a motif, besides its own name. */
const keywords: Readonly<Record<Exclude<Motif, 'tin-tuc'>, readonly string[]>> = {
  'thong-bao': ['lich-cong-tac', 'tuyen-dung'],
  'van-ban': ['cong-van', 'nghi-quyet', 'quyet-dinh', 'chinh-sach', 'phap-luat', 'tai-lieu'],
  'khoa-hoc': ['nghien-cuu', 'kien-thuc', 'de-tai'],
  'cong-nghe': ['ky-thuat', 'chuyen-doi-so', 'tin-hoc', 'vien-thong'],
  'nong-nghiep': ['nong-thon', 'nong-dan', 'trong-trot', 'chan-nuoi', 'thuy-san', 'lam-nghiep', 'khuyen-nong'],
  'thuy-loi': ['de-dieu', 'thien-tai', 'lut-bao', 'tuoi-tieu'],
  'moi-truong': ['khi-hau', 'tai-nguyen', 'sinh-thai', 'thien-nhien'],
  'suc-khoe': ['y-te', 'y-hoc', 'y-duoc', 'dinh-duong'],
  'giao-duc': ['dao-tao', 'tap-huan', 'khuyen-hoc', 'hoc-sinh', 'sinh-vien'],
  'hoi-thi': ['cuoc-thi', 'giai-thuong', 'sang-tao', 'sang-kien', 'khen-thuong', 'thi-dua'],
  'tu-van': ['phan-bien', 'giam-dinh', 'hoi-dap'],
};

const motifOfWord = new Map(
  motifs.flatMap((motif) => (motif === 'tin-tuc' ? [] : [motif, ...keywords[motif]].map((word) => [word, motif]))),
);

/**
 * The drawn picture of a category: the one it names, else that of the first word in its slug that means one, else
 * "tin-tuc". It depends on no other category.
 */
export function categoryMotif({ motif, slug }: { readonly motif?: Motif | undefined; readonly slug: string }): Motif {
  if (motif) return motif;
  const syllables = slug.split('-');
  for (const start of syllables.keys())
    for (const end of [2, 3]) {
      const found = motifOfWord.get(syllables.slice(start, start + end).join('-'));
      if (found) return found;
    }
  return 'tin-tuc';
}
