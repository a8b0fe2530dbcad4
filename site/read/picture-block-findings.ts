import type { Problem } from '#news/rule.ts';
import type { MarkdownToken } from '#site/markdown/markdown.ts';
import {
  type PictureBlock,
  pictureBlockLines,
  pictureBlockNames,
  pictureBlockOf,
} from '#site/markdown/picture-blocks.ts';
import { nearest } from '#vietnamese/nearest.ts';
import type { BodyFinding, BodyPosition } from './body-finding.ts';

/** Findings for invalid picture blocks, except on lines that already have a finding (`existing`). */
export function pictureBlockFindings(
  tokens: readonly MarkdownToken[],
  lines: readonly string[],
  existing: readonly BodyFinding[],
): BodyFinding[] {
  const reportedLines = new Set(existing.map(({ line }) => line));
  return tokens
    .flatMap((token, index) => {
      const block = pictureBlockOf(token);
      return block ? findingsOf(block, token, pictureBlockLines(tokens, index), lines) : [];
    })
    .filter(({ line }) => !reportedLines.has(line));
}

/** The files or addresses of the videos of a body, with their positions. */
export function videoReferences(
  tokens: readonly MarkdownToken[],
  lines: readonly string[],
): (BodyPosition & { href: string })[] {
  return tokens.flatMap((token) => {
    const block = pictureBlockOf(token);
    if (block?.name !== 'video' || !block.closed || addressProblem(block)) return [];
    return [{ href: block.argument, ...positionOf(token, lines, block.argument) }];
  });
}

function positionOf(token: MarkdownToken, lines: readonly string[], text: string): BodyPosition {
  const line = token.map?.[0] ?? 0;
  return { line: line + 1, column: Math.max(lines[line]?.lastIndexOf(text) ?? 0, 0) + 1 };
}

function findingsOf(
  block: PictureBlock,
  opening: MarkdownToken,
  content: readonly MarkdownToken[],
  lines: readonly string[],
): BodyFinding[] {
  const { name, argument, closed } = block;
  const start = positionOf(opening, lines, ':::');
  const report = (wrong: string, remedy: string, position = start): BodyFinding[] => [
    { ...position, rule: 'khoi-anh', wrong, remedy },
  ];
  if (name === '')
    return report('dòng ::: này không mở và không đóng khối nào', 'xóa dòng này, hoặc viết tên khối sau dấu :::');
  if (!pictureBlockNames.includes(name)) {
    const near = nearest(name, pictureBlockNames);
    return report(
      `không có khối “${name}”`,
      near ? `có phải là “${near}”?` : 'dùng ::: gallery cho nhiều ảnh, ::: video cho một video',
      positionOf(opening, lines, name),
    );
  }
  if (name === 'gallery' && argument !== '')
    return report(
      `sau “gallery” không viết gì thêm`,
      'viết cả dòng “::: gallery”',
      positionOf(opening, lines, argument),
    );
  if (!closed) return report(`khối ::: ${name} chưa đóng`, 'thêm một dòng chỉ có ::: ngay dưới ảnh cuối cùng của khối');
  if (content.length === 0)
    return report(
      `khối ::: ${name} không có ảnh nào`,
      'viết mỗi ảnh một dòng như ![mô tả](ten-anh.jpg "Chú thích"), hoặc xóa khối này',
    );
  const invalidLines = content
    .filter((line) => !hasOnlyPictures(line))
    .flatMap((line) =>
      report(
        `trong khối ::: ${name} chỉ có ảnh, mỗi ảnh một dòng`,
        'đưa dòng này xuống dưới dòng :::',
        positionOf(line, lines, line.content),
      ),
    );
  return [
    ...invalidLines,
    ...(name === 'video' && invalidLines.length === 0 ? videoFindings(block, opening, content, lines) : []),
  ];
}

function hasOnlyPictures({ children }: MarkdownToken): boolean {
  return (children ?? []).every(({ type, content }) => type === 'image' || (type === 'text' && content.trim() === ''));
}

function videoFindings(
  block: PictureBlock,
  opening: MarkdownToken,
  content: readonly MarkdownToken[],
  lines: readonly string[],
): BodyFinding[] {
  const problem = addressProblem(block);
  const pictures = content.flatMap((line) =>
    (line.children ?? []).filter(({ type }) => type === 'image').map(() => line),
  );
  const [, second] = pictures;
  const findings: BodyFinding[] = [];
  if (problem) findings.push({ ...positionOf(opening, lines, block.argument || ':::'), ...problem });
  if (second)
    findings.push({
      ...positionOf(second, lines, '!['),
      rule: 'video',
      wrong: 'một video chỉ có một ảnh xem trước',
      remedy: 'giữ lại một ảnh, đưa ảnh kia ra ngoài khối',
    });
  return findings;
}

/** The problem of an invalid video address; problems of links in general are found elsewhere. */
function addressProblem({ argument }: PictureBlock): Problem | undefined {
  const remedy = 'viết như ::: video https://… hoặc ::: video ten-tep.mp4 (tệp nằm cạnh bài)';
  if (argument === '') return { rule: 'video', wrong: 'video chưa có tệp hay địa chỉ', remedy };
  return /^(\/(?!\/)|#|mailto:|tel:)/.test(argument)
    ? { rule: 'video', wrong: `“${argument}” không phải là video`, remedy }
    : undefined;
}
