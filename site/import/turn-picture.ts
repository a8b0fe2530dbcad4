import type { ShownPart } from './word/turn-pictures.ts';

/** The bytes of a picture of Word as it is shown; undefined if it cannot be read. */
export async function turnPicture(
  bytes: Uint8Array,
  { left, top, right, bottom, degrees }: ShownPart,
): Promise<Uint8Array | undefined> {
  const { default: sharp } = await import('sharp');
  try {
    const { data, info } = await sharp(bytes).autoOrient().toBuffer({ resolveWithObject: true });
    const [x, y] = [Math.round(left * info.width), Math.round(top * info.height)];
    const width = Math.round(info.width * (1 - left - right));
    const height = Math.round(info.height * (1 - top - bottom));
    if (width < 1 || height < 1) return undefined;
    const cut = sharp(data).extract({ left: x, top: y, width, height });
    return await (degrees % 90 === 0 ? cut.rotate(degrees) : cut).toBuffer();
  } catch {
    return undefined;
  }
}
