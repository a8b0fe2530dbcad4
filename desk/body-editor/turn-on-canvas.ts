import type { ShownPart } from '#site/import/word/turn-pictures.ts';
import { canvasFile } from './canvas-file.ts';
import { pictureFormat } from './picture-format.ts';

/** The bytes of a picture of Word as it is shown, drawn by the browser; undefined if it cannot be read. */
export async function turnOnCanvas(
  bytes: Uint8Array<ArrayBuffer>,
  { left, top, right, bottom, degrees }: ShownPart,
): Promise<Uint8Array | undefined> {
  const bitmap = await createImageBitmap(new Blob([bytes]), { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!bitmap) return undefined;
  const [x, y] = [Math.round(left * bitmap.width), Math.round(top * bitmap.height)];
  const width = Math.round(bitmap.width * (1 - left - right));
  const height = Math.round(bitmap.height * (1 - top - bottom));
  if (width < 1 || height < 1) return undefined;
  const quarters = degrees % 90 === 0 ? (((degrees / 90) % 4) + 4) % 4 : 0;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = quarters % 2 === 0 ? [width, height] : [height, width];
  const context = canvas.getContext('2d');
  context?.translate(canvas.width / 2, canvas.height / 2);
  context?.rotate((quarters * Math.PI) / 2);
  context?.drawImage(bitmap, x, y, width, height, -width / 2, -height / 2, width, height);
  bitmap.close();
  const blob = await canvasFile(canvas, pictureFormat(bytes) === 'jpeg' ? 'image/jpeg' : 'image/png');
  return blob && new Uint8Array(await blob.arrayBuffer());
}
