import type { Metadata } from 'sharp';

/** Tags of Exif 2.32, sections 4.6.3 and 4.6.6. */
const [gpsDirectoryTag, latitudeTag] = [0x8825, 2];

/** Whether the metadata of a picture say where it was taken. */
export function hasPosition({ exif, xmp }: Pick<Metadata, 'exif' | 'xmp'>): boolean {
  return (
    (exif !== undefined && exifHasPosition(exif)) ||
    (xmp !== undefined && /exif:GPSLatitude\b/.test(xmp.toString('latin1')))
  );
}

/** Some cameras write an empty list of GPS fields, or a latitude of 0/0, while they do not know where they are. */
function exifHasPosition(exif: Buffer): boolean {
  const start = exif
    .subarray(0, 16)
    .toString('latin1')
    .search(/II\*\0|MM\0\*/);
  if (start < 0) return false;
  const tiff = new DataView(exif.buffer, exif.byteOffset + start, exif.length - start);
  const little = tiff.getUint8(0) === 0x49;
  try {
    const gps = findEntry(tiff, tiff.getUint32(4, little), gpsDirectoryTag, little);
    const latitude = gps === undefined ? undefined : findEntry(tiff, gps, latitudeTag, little);
    if (latitude === undefined) return false;
    return [0, 8, 16].some((offset) => tiff.getUint32(latitude + offset, little) !== 0);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The offset that an entry of an Exif directory contains; undefined if there is no such entry. */
function findEntry(tiff: DataView, directory: number, tag: number, little: boolean): number | undefined {
  const count = tiff.getUint16(directory, little);
  for (let entry = directory + 2; entry < directory + 2 + count * 12; entry += 12)
    if (tiff.getUint16(entry, little) === tag) return tiff.getUint32(entry + 8, little);
  return undefined;
}
