/** A text as WordPress stores it, as the HTML that it prints; what no page can show stays and is told by `lostShortcodes`. */
export function wordPressHtml(text: string): string {
  const captioned = text.replace(
    /\[caption[^\]]*\]\s*((?:<a [^>]*>)?\s*<img [^>]*>\s*(?:<\/a>)?)\s*([\s\S]*?)\[\/caption\]/g,
    '<figure>$1<figcaption>$2</figcaption></figure>',
  );
  const withoutCodes = captioned.replace(shortcode, '');
  // The classic editor writes paragraphs as lines.
  if (/<p[\s>]/i.test(withoutCodes) || !/\n/.test(withoutCodes.trim())) return withoutCodes;
  return withoutCodes
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (startsBlock.test(part) ? part : `<p>${part.replace(/\n/g, '<br>')}</p>`))
    .join('\n');
}

const startsBlock = /^<(?:figure|table|ul|ol|h[1-6]|blockquote|div|pre|hr|!--)/i;
const shortcode =
  /\[\/?(?:gallery|embed|video|audio|playlist|vc_\w+|et_pb_\w+|fusion_\w+|contact-form-7|wpforms)\b[^\]]*\]/g;

/** The names of the shortcodes in a text that stand for something else. */
export function lostShortcodes(text: string): string[] {
  return [...new Set(text.match(shortcode)?.map((code) => code.replace(/^\[|[\s\]].*$/gs, '')) ?? [])].filter(
    (name) => !name.startsWith('/'),
  );
}
