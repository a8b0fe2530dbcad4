/** A colour as six hexadecimal digits: "#rrggbb". */
export type HexColor = string;

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrastRatio(one: HexColor, other: HexColor): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The lowest contrast ratio of a colour on several backgrounds. */
export function lowestContrast(color: HexColor, backgrounds: readonly HexColor[]): number {
  return Math.min(...backgrounds.map((background) => contrastRatio(color, background)));
}

/**
 * The colour of the same hue and saturation (HSL) whose lightness is the nearest with a contrast ratio of at least
 * `ratio` on every background: darker than the colour, or lighter.
 */
export function withContrast(
  color: HexColor,
  backgrounds: readonly HexColor[],
  ratio: number,
  direction: 'darker' | 'lighter',
): HexColor {
  if (lowestContrast(color, backgrounds) >= ratio) return color;
  const { hue, saturation, lightness } = toHsl(color);
  const step = direction === 'darker' ? -0.005 : 0.005;
  for (let tried = lightness + step; tried > 0 && tried < 1; tried += step) {
    const candidate = fromHsl(hue, saturation, tried);
    if (lowestContrast(candidate, backgrounds) >= ratio) return candidate;
  }
  return direction === 'darker' ? '#000000' : '#ffffff';
}

/** The relative luminance of a colour, 0 to 1 (WCAG 2.2, “relative luminance”). */
function luminance(color: HexColor): number {
  const [red, green, blue] = channels(color).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue, each 0 to 1. */
type Rgb = [red: number, green: number, blue: number];

function channels(color: HexColor): Rgb {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255) as Rgb;
}

/** Hue in degrees, saturation and lightness 0 to 1 (CSS Color 4, §7). */
function toHsl(color: HexColor): { hue: number; saturation: number; lightness: number } {
  const [red, green, blue] = channels(color);
  const [max, min] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [lightness, range] = [(max + min) / 2, max - min];
  if (range === 0) return { hue: 0, saturation: 0, lightness };
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  const sixths =
    max === red
      ? (green - blue) / range + (green < blue ? 6 : 0)
      : max === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return { hue: sixths * 60, saturation, lightness };
}

function fromHsl(hue: number, saturation: number, lightness: number): HexColor {
  const amplitude = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const position = (offset + hue / 30) % 12;
    const value = lightness - amplitude * Math.max(-1, Math.min(position - 3, 9 - position, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
