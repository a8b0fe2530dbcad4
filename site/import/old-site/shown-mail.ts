import type { Element } from 'domhandler';
import { getElementsByTagName, textContent } from 'domutils';

/** The mail addresses that Joomla hides from robots: they stand in a script, in pieces, by the id of their element. */
export function mailInScripts(body: Element): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  for (const script of getElementsByTagName('script', body)) {
    const code = textContent(script);
    const [, id] = /getElementById\('(cloak\w+)'\)/.exec(code) ?? [];
    const pieces = [...code.matchAll(/\baddy\w*\s*=\s*(?:addy\w*\s*\+\s*)?((?:'[^']*'\s*\+?\s*)+);/g)];
    const own = pieces.filter(([assignment]) => !assignment.startsWith('addy_text')).map(([, text = '']) => text);
    const address = [...own.join('').matchAll(/'([^']*)'/g)].map(([, piece = '']) => piece).join('');
    if (id && address) addresses.set(id, address);
  }
  return addresses;
}

/** A body whose hidden mail addresses are shown; what they stand for are entities, as in the script. */
export function withMail(html: string, addresses: ReadonlyMap<string, string>): string {
  return html
    .replace(/<span id="(cloak\w+)">[\s\S]*?<\/span>/g, (span, id: string) => addresses.get(id) ?? span)
    .replace(
      /<joomla-hidden-mail[^>]*?first="([^"]*)"[^>]*?last="([^"]*)"[^>]*>[\s\S]*?<\/joomla-hidden-mail>/g,
      (_, first, last) => [first, last].map((part: string) => Buffer.from(part, 'base64').toString()).join('@'),
    );
}
