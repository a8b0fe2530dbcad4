/** A piece of HTML that is safe to print as it stands. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What may stand between the pieces of an `html` template; false and undefined print nothing. */
export type Printable = Html | string | number | false | undefined | readonly Printable[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe for an element or a quoted attribute, in HTML and XML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function print(value: Printable): string {
  if (value === false || value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return value.map(print).join('');
}

/** A template whose values are escaped unless they are Html themselves: html`<p>${text}</p>` */
export function html(pieces: TemplateStringsArray, ...values: readonly Printable[]): Html {
  return new Html(pieces.reduce((out, piece, index) => out + print(values[index - 1]) + piece));
}

/** Marks text as HTML: for what was rendered or sanitised already, and for nothing else. */
export function trusted(text: string): Html {
  return new Html(text);
}
