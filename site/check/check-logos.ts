import { readFile } from 'node:fs/promises';
import type { Organisation } from '#news/organisation.ts';
import type { Problem } from '#news/rule.ts';
import type { BuildCache } from '#site/cache/build-cache.ts';
import type { Finding } from '#site/finding.ts';
import { formatNumber } from '#vietnamese/count.ts';
import { inspectChangedFiles } from './inspect-changed-files.ts';

/** The files of the logo and the icon of an organisation. */
export function logoFiles({ logo, icon }: Organisation): string[] {
  return [...new Set([logo, icon])].flatMap((file) => file ?? []);
}

/** Findings for a logo or an icon that is too small or too long for its places. */
export function checkLogos(files: readonly string[], cache: BuildCache): Promise<Finding[]> {
  return inspectChangedFiles('checked logos', files, cache, logoProblems);
}

/** In pixels: the smallest icon of a home screen, and four times the logo on a telephone. */
const smallestSide = 192;
/** A longer picture would be lower than a line of text in its square place. */
const longestShape = 2;

async function logoProblems(file: string): Promise<Problem[]> {
  const { default: sharp } = await import('sharp');
  // What cannot be read is found by checkPictures.
  const metadata = await sharp(await readFile(file))
    .metadata()
    .catch(() => undefined);
  if (!metadata) return [];
  const { width, height } = metadata.autoOrient;
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  const size = `${formatNumber(width)} × ${formatNumber(height)} điểm ảnh`;
  if (longer > longestShape * shorter)
    return [
      {
        rule: 'anh',
        wrong: `hình của tổ chức dài quá (${size}): chỗ của nó là một ô vuông`,
        remedy: 'cắt lấy phần hình tròn hay vuông; tên tổ chức đã có chữ bên cạnh',
      },
    ];
  return longer < smallestSide
    ? [
        {
          rule: 'anh',
          wrong: `hình của tổ chức nhỏ quá (${size}), in ra sẽ mờ`,
          remedy: 'xin tệp gốc, cạnh dài ít nhất 192 điểm ảnh, tốt nhất từ 512',
        },
      ]
    : [];
}
