import { headingIds, type MarkdownToken } from '#site/markdown/markdown.ts';
import type { BodyFinding, BodyPosition } from './body-finding.ts';

/** Findings for links to a heading that the body does not have. */
export function anchorFindings(
  links: readonly (BodyPosition & { readonly href: string })[],
  tokens: readonly MarkdownToken[],
): BodyFinding[] {
  const anchorLinks = links.filter(({ href }) => href.startsWith('#'));
  const ids = anchorLinks.length > 0 ? new Set(headingIds(tokens).values()) : new Set<string>();
  return anchorLinks
    .filter(({ href }) => !ids.has(href.slice(1)))
    .map(({ href, ...position }) => ({
      ...position,
      rule: 'lien-ket',
      wrong: `liên kết “${href}” không dẫn tới đề mục nào trong bài`,
      remedy: ids.size > 0 ? `dùng một trong: ${[...ids].map((id) => `#${id}`).join(', ')}` : 'bỏ liên kết này',
    }));
}
