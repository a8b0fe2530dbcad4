const white = /^(?:#fff|#ffffff|white|rgba?\(255,255,255(?:,1)?\))$/;
const invisible = /^(?:transparent|rgba\(.*,0?\.?0+\))$/;

function declarationsOf(style: string): Map<string, string> {
  return new Map(
    style
      .toLowerCase()
      .replace(/!important|\/\*[^*]*\*\//g, '')
      .split(';')
      .map((declaration) => {
        const [property = '', ...value] = declaration.split(':');
        return [property.trim(), value.join(':').replace(/\s+/g, ' ').trim()];
      }),
  );
}

/** The background that a tag gives to what is in it; undefined if it gives none. */
export function backgroundOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const style = declarationsOf(attributes['style'] ?? '');
  const background = style.get('background-color') ?? style.get('background') ?? attributes['bgcolor'];
  return background?.replaceAll(' ', '').toLowerCase();
}

/** Whether nobody sees what is in a tag: a rule for each way that broken-in pages hide their links. */
export function hides(name: string, attributes: Readonly<Record<string, string>>, background = 'white'): boolean {
  if ('hidden' in attributes) return true;
  const style = declarationsOf(attributes['style'] ?? '');
  const is = (property: string, pattern: RegExp) => pattern.test(style.get(property) ?? '');
  const nothing = /^[01](?:\.\d+)?(?:px|pt|em|rem|%)?$/;
  // A class may give a background that is not known here.
  const color =
    'class' in attributes ? undefined : (style.get('color') ?? attributes['color'])?.replaceAll(' ', '').toLowerCase();
  return [
    is('display', /^none$/),
    is('visibility', /^(?:hidden|collapse)$/),
    is('opacity', /^0?\.?0+%?$/),
    is('font-size', /^[0-2](?:\.\d+)?(?:px|pt)?$|^0?\.?0\d*(?:em|rem|%)$/),
    is('clip', /rect\( ?[01](?:px)?[ ,]/) || is('clip-path', /inset\((?:50|100)%/),
    ['left', 'top', 'right', 'bottom', 'text-indent', 'margin', 'margin-left', 'margin-top', 'transform'].some(
      (property) => is(property, /-\d{3,}/),
    ),
    ['width', 'height', 'max-height', 'max-width'].some((property) => is(property, nothing)) &&
      (is('overflow', /^hidden$/) || is('position', /^(?:absolute|fixed)$/)),
    name === 'marquee' && [attributes['height'], attributes['width']].some((size) => /^[0-5]$/.test(size ?? '')),
    color !== undefined &&
      (invisible.test(color) || color === background || (white.test(color) && white.test(background))),
  ].some(Boolean);
}
