/** An ICO file of one square PNG picture with transparency, which every program reads that reads ICO files today. */
export function icoFile(png: Buffer, size: number): Buffer {
  const [directoryLength, entryLength] = [6, 16];
  const head = Buffer.alloc(directoryLength + entryLength);
  const [icon, pictures, planes, bitsPerPixel] = [1, 1, 1, 32];
  head.writeUInt16LE(icon, 2);
  head.writeUInt16LE(pictures, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(planes, 10);
  head.writeUInt16LE(bitsPerPixel, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
