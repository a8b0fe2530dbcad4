import { canonicalUrl } from './canonical-url.ts';

/** Replaced by the build: the style of a saved article, and a content security policy that allows only this style. */
declare const savedStyle: string;
declare const savedPolicy: string;

/** Elements that work only on the site. */
const siteOnly = '.tags, :has(> [data-count]), .article-tools, .listening, source, button, script, [hidden]';
const loadingAttributes = ['srcset', 'sizes', 'loading', 'decoding', 'fetchpriority'];

/** Saves the article of this page as one self-contained file, named after the last segment of its URL. */
export async function saveArticle(): Promise<void> {
  const canonical = canonicalUrl();
  const article = document.querySelector<HTMLElement>('.article');
  if (!article) throw new Error('no article on this page');
  const page = savedDocument(await selfContainedCopy(article, canonical), canonical);
  const name = new URL(canonical).pathname.split('/').filter(Boolean).at(-1) ?? 'bai-viet';
  download(new Blob([page], { type: 'text/html' }), `${name}.html`);
}

/** Assembled as text: in a document the policy of this page would block this style and these pictures. */
function savedDocument(article: HTMLElement, canonical: string): string {
  const textOf = (element: Element | null) => escaped(element?.textContent ?? '');
  const address = escaped(canonical);
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(savedPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${textOf(article.querySelector('h1'))}</title>
<style>${savedStyle}</style>
</head>
<body>
<header class="saved-name">${textOf(document.querySelector('.masthead-name'))}</header>
<main>
${article.outerHTML}
<p class="meta">Bài đăng tại <a href="${address}">${address}</a>, lưu ngày ${new Date().toLocaleDateString('vi')}.</p>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A copy in an inert document, with its pictures as data URLs and its links absolute. */
async function selfContainedCopy(article: HTMLElement, canonical: string): Promise<HTMLElement> {
  const pictures = await Promise.all([...article.querySelectorAll('img')].map(pictureData));
  const copy = document.implementation.createHTMLDocument().importNode(article, true);
  for (const [index, picture] of copy.querySelectorAll('img').entries()) {
    for (const name of loadingAttributes) picture.removeAttribute(name);
    picture.setAttribute('src', pictures[index] ?? '');
  }
  for (const element of copy.querySelectorAll(siteOnly)) element.remove();
  for (const element of copy.querySelectorAll('.being-read')) element.classList.remove('being-read');
  // A video would make the file too large to send.
  for (const video of copy.querySelectorAll('video')) {
    const link = document.createElement('a');
    link.href = video.getAttribute('src') ?? '';
    link.textContent = `Xem video: ${video.getAttribute('aria-label')}`;
    video.replaceWith(link);
  }
  for (const link of copy.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    if (!href.startsWith('#')) link.href = new URL(href, canonical).href;
    link.removeAttribute('download');
  }
  return copy;
}

/** The picture the page displays, as a data URL; a lazy picture is loaded first. */
async function pictureData(picture: HTMLImageElement): Promise<string> {
  picture.loading = 'eager';
  await picture.decode();
  const blob = await (await fetch(picture.currentSrc)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Some browsers read the file only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
