import { says } from '#news/rule.ts';
import type { Token } from '#site/markdown/markdown.ts';
import { linesOfBlock, openedBlock, type PictureBlock, pictureBlockNames } from '#site/markdown/picture-blocks.ts';
import { nearest } from '#vietnamese/nearest.ts';
import type { BodyFault, BodyPlace } from './body-fault.ts';

/** Picture blocks that would not show what was meant; a line that has a fault already is not told of twice. */
export function pictureBlockFaults(
  tokens: readonly Token[],
  lines: readonly string[],
  known: readonly BodyFault[],
): BodyFault[] {
  const faulty = new Set(known.map(({ line }) => line));
  return tokens
    .flatMap((token, index) => {
      const block = openedBlock(token);
      return block ? faultsOf(block, token, linesOfBlock(tokens, index), lines) : [];
    })
    .filter(({ line }) => !faulty.has(line));
}

/** What the videos of a body play or lead to, each at its place. */
export function videoAddresses(tokens: readonly Token[], lines: readonly string[]): (BodyPlace & { href: string })[] {
  return tokens.flatMap((token) => {
    const block = openedBlock(token);
    if (block?.name !== 'video' || !block.closed || addressFault(block)) return [];
    return [{ href: block.argument, ...placeOf(token, lines, block.argument) }];
  });
}

function placeOf(token: Token, lines: readonly string[], words: string): BodyPlace {
  const line = token.map?.[0] ?? 0;
  return { line: line + 1, column: Math.max(lines[line]?.lastIndexOf(words) ?? 0, 0) + 1 };
}

function faultsOf(
  block: PictureBlock,
  opening: Token,
  content: readonly Token[],
  lines: readonly string[],
): BodyFault[] {
  const { name, argument, closed } = block;
  const here = placeOf(opening, lines, ':::');
  const say = (wrong: string, remedy: string, place = here): BodyFault[] => [
    { ...place, message: says('khoi-anh', wrong, remedy) },
  ];
  if (name === '')
    return say('dòng ::: này không mở và không đóng khối nào', 'xóa dòng này, hoặc viết tên khối sau dấu :::');
  if (!pictureBlockNames.includes(name)) {
    const near = nearest(name, pictureBlockNames);
    return say(
      `không có khối “${name}”`,
      near ? `có phải là “${near}”?` : 'dùng ::: gallery cho nhiều ảnh, ::: video cho một video',
      placeOf(opening, lines, name),
    );
  }
  if (name === 'gallery' && argument !== '')
    return say(`sau “gallery” không viết gì thêm`, 'viết cả dòng “::: gallery”', placeOf(opening, lines, argument));
  if (!closed) return say(`khối ::: ${name} chưa đóng`, 'thêm một dòng chỉ có ::: ngay dưới ảnh cuối cùng của khối');
  if (content.length === 0)
    return say(
      `khối ::: ${name} không có ảnh nào`,
      'viết mỗi ảnh một dòng như ![mô tả](ten-anh.jpg "Chú thích"), hoặc xóa khối này',
    );
  const strange = content
    .filter((line) => !isPictures(line))
    .flatMap((line) =>
      say(
        `trong khối ::: ${name} chỉ có ảnh, mỗi ảnh một dòng`,
        'đưa dòng này xuống dưới dòng :::',
        placeOf(line, lines, line.content),
      ),
    );
  return [...strange, ...(name === 'video' && strange.length === 0 ? videoFaults(block, opening, content, lines) : [])];
}

function isPictures({ children }: Token): boolean {
  return (children ?? []).every(({ type, content }) => type === 'image' || (type === 'text' && content.trim() === ''));
}

function videoFaults(
  block: PictureBlock,
  opening: Token,
  content: readonly Token[],
  lines: readonly string[],
): BodyFault[] {
  const fault = addressFault(block);
  const pictures = content.flatMap((line) =>
    (line.children ?? []).filter(({ type }) => type === 'image').map(() => line),
  );
  const [, second] = pictures;
  return [
    ...(fault ? [{ ...placeOf(opening, lines, block.argument || ':::'), message: fault }] : []),
    ...(second
      ? [
          {
            ...placeOf(second, lines, '!['),
            message: says('video', 'một video chỉ có một ảnh xem trước', 'giữ lại một ảnh, đưa ảnh kia ra ngoài khối'),
          },
        ]
      : []),
  ];
}

/** What is wrong with where a video should be, beyond what is wrong with any link. */
function addressFault({ argument }: PictureBlock): string | undefined {
  const remedy = 'viết như ::: video https://… hoặc ::: video ten-tep.mp4 (tệp nằm cạnh bài)';
  if (argument === '') return says('video', 'video chưa có tệp hay địa chỉ', remedy);
  return /^(\/(?!\/)|#|mailto:|tel:)/.test(argument)
    ? says('video', `“${argument}” không phải là video`, remedy)
    : undefined;
}
