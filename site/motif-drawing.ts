import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Motif } from '#news/motif.ts';
import { projectRoot } from './settings.ts';

/** A drawn picture of a category. */
export interface MotifDrawing {
  /** With light colours as attributes and dark ones in a style. */
  readonly svg: string;
  /** With the hash of the drawing, because browsers cache it for ever. */
  readonly address: string;
}

/** The size of every drawing in its own units. */
export const motifSize = { width: 480, height: 270 };

/** The drawing of a motif, a file of assets/motifs/. */
export function motifDrawing(motif: Motif): MotifDrawing {
  const svg = readFileSync(join(projectRoot, 'assets', 'motifs', `${motif}.svg`), 'utf8');
  const hash = createHash('sha256').update(svg).digest('hex').slice(0, 12);
  return { svg, address: `/hinh-anh/muc-${motif}-${hash}.svg` };
}

/** The style with the dark colours, the same in every drawing, for the Content-Security-Policy. */
export const motifStyle = /<style>(.*?)<\/style>/.exec(motifDrawing('tin-tuc').svg)?.[1] ?? '';
