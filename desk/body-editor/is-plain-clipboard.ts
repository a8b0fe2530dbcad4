/** Elements that say more than their text. */
const meaningful =
  'a[href], b, strong, i, em, s, strike, del, sub, sup, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, img, hr';
const meaningfulStyle =
  /font-weight\s*:\s*(?:bold|[6-9]00)|font-style\s*:\s*italic|vertical-align\s*:\s*su[bp]|line-through/i;
/** Fonts whose text is letters of another encoding than Unicode. */
const legacyFont = /\.Vn\w|VNI-/;
const codeFont = /monospace|Consolas|Menlo|Courier|JetBrains/i;

/** Whether the HTML of a clipboard says no more than its plain text: one line without a format, or source code. */
export function isPlainClipboard(html: string, text: string, types: readonly string[]): boolean {
  if (types.includes('vscode-editor-data')) return true;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const root = body.firstElementChild;
  const isOnlyRoot = root !== null && body.textContent?.trim() === root.textContent?.trim();
  if (isOnlyRoot && (root.localName === 'pre' || isCode(root))) return true;
  if (text.trim().includes('\n') || legacyFont.test(html)) return false;
  const elements = [...body.querySelectorAll('*')];
  return !elements.some(
    (element) =>
      meaningfulStyle.test(element.getAttribute('style') ?? '') ||
      (element.matches(meaningful) && !/font-weight\s*:\s*(?:normal|400)/i.test(element.getAttribute('style') ?? '')),
  );
}

function isCode(root: Element): boolean {
  const style = root.getAttribute('style') ?? '';
  return /white-space\s*:\s*pre\b(?!-)/i.test(style) && codeFont.test(style);
}

/** Whether HTML has words, and is not only the frame of a picture. */
export function hasWords(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const hidden of body.querySelectorAll('style, script, title')) hidden.remove();
  return (body.textContent ?? '').trim() !== '';
}
