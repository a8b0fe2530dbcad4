import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Motif } from '#news/motif.ts';
import type { SiteColors } from '#news/site-colors.ts';
import { coloredSvg } from './colored-svg.ts';
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

/** The colour of the lines that are not the subject of a drawing. */
export const secondLine = { light: '#b3a98f', dark: '#40536c' };

/** The drawing of a motif, a file of assets/motifs/, in the colours of a site. */
export function motifDrawing(motif: Motif, colors: SiteColors): MotifDrawing {
  const file = readFileSync(join(projectRoot, 'assets', 'motifs', `${motif}.svg`), 'utf8');
  const svg = coloredSvg(file, { ...colors.light, second: secondLine.light }).replace(
    '</title>\n',
    `$&<style>${motifStyle(colors)}</style>\n`,
  );
  const hash = createHash('sha256').update(svg).digest('hex').slice(0, 12);
  return { svg, address: `/hinh-anh/muc-${motif}-${hash}.svg` };
}

/** The style with the dark colours, the same in every drawing of a site, for the Content-Security-Policy. */
export function motifStyle({ dark: { panel, paper, accent } }: SiteColors): string {
  return `@media(prefers-color-scheme:dark){.b{fill:${panel}}.p{fill:${paper}}.a{stroke:${accent}}.s{stroke:${secondLine.dark}}}`;
}
