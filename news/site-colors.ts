import { type HexColor, lowestContrast, withContrast } from './color-contrast.ts';
import type { Problem } from './rule.ts';

/** The colours of the site in one colour scheme; in CSS the custom properties of these names. */
export interface ColorScheme {
  /** The background of the page. */
  readonly paper: HexColor;
  /** The background of parts of the page. */
  readonly panel: HexColor;
  /** The text. */
  readonly ink: HexColor;
  /** Text that matters less. */
  readonly soft: HexColor;
  readonly line: HexColor;
  readonly rule: HexColor;
  /** The borders of form fields. */
  readonly field: HexColor;
  /** Links, buttons and the logo. */
  readonly accent: HexColor;
  /** Dates and marks that must be noticed. */
  readonly signal: HexColor;
}

/** The colours of the site in both colour schemes. */
export interface SiteColors {
  readonly light: ColorScheme;
  readonly dark: ColorScheme;
}

/** The colours that an organisation may choose, as they are on light paper. */
export interface ChosenColors {
  readonly accent?: HexColor | undefined;
  readonly signal?: HexColor | undefined;
}

const ownColors: SiteColors = {
  light: {
    paper: '#fffdf8',
    panel: '#f5f1e8',
    ink: '#16202c',
    soft: '#434f5d',
    line: '#d9d2c3',
    rule: '#16202c',
    field: '#857d6c',
    accent: '#0b3f7a',
    signal: '#981420',
  },
  dark: {
    paper: '#0e1520',
    panel: '#151f2d',
    ink: '#e6ebf2',
    soft: '#b3bfce',
    line: '#253245',
    rule: '#5b6c82',
    field: '#6f8198',
    accent: '#8fbdf5',
    signal: '#ff9c94',
  },
};

/** The contrast of text: of level AAA, and the least that is accepted, of level AA (WCAG 2.2, 1.4.6 and 1.4.3). */
const textContrast = { aimed: 7, least: 4.5 };

/** The colours of a site: those that its organisation chose, with a lighter tone of each in the dark scheme. */
export function siteColors(chosen: ChosenColors = {}): SiteColors {
  const { light, dark } = ownColors;
  const pairs = (['accent', 'signal'] as const).flatMap((name) => {
    const color = chosen[name];
    if (color === undefined) return [];
    return [[name, color, withContrast(color, [dark.paper, dark.panel], textContrast.aimed, 'lighter')] as const];
  });
  return {
    light: { ...light, ...Object.fromEntries(pairs.map(([name, inLight]) => [name, inLight])) },
    dark: { ...dark, ...Object.fromEntries(pairs.map(([name, , inDark]) => [name, inDark])) },
  };
}

/** Why a chosen colour cannot be read on paper and panels, or not by everybody; `name` says which one it is. */
export function chosenColorProblem(name: string, color: HexColor): Problem | undefined {
  const { paper, panel } = ownColors.light;
  const contrast = lowestContrast(color, [paper, panel]);
  if (contrast >= textContrast.aimed) return undefined;
  const nearest = withContrast(color, [paper, panel], textContrast.aimed, 'darker');
  const shown = String(Math.floor(contrast * 10) / 10).replace('.', ',');
  return contrast < textContrast.least
    ? {
        rule: 'mau-nhat',
        wrong: `chữ ${name} “${color}” nhạt quá trên nền trang: tương phản ${shown}, phải từ 4,5; cùng màu mà đậm hơn thì đọc được`,
        remedy: `viết “${nearest}”`,
      }
    : {
        rule: 'mau-chua-ro',
        wrong: `chữ ${name} “${color}” hơi nhạt với người mắt kém: tương phản ${shown}, nên từ 7; cùng màu mà đậm hơn thì rõ`,
        remedy: `viết “${nearest}”`,
      };
}
