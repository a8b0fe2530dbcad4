/** An SVG file of assets/ with the values of its custom properties in their place: not every renderer knows `var()`. */
export function coloredSvg(svg: string, colors: Readonly<Record<string, string>>): string {
  return svg.replace(/var\(--(\w+)\)/g, (_, name: string) => {
    const color = colors[name];
    if (color === undefined) throw new Error(`No colour is named “${name}”`);
    return color;
  });
}
