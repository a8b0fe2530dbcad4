import type { MarkdownToken } from './markdown.ts';
import { pictureBlockOf } from './picture-blocks.ts';
import { type BodyPicture, containsHtml, type RenderedBody, renderTokens } from './render-body.ts';

/** A body as HTML with a hole for each picture: when bodies are inspected, the sizes of pictures are not known yet. */
export interface PreparedBody extends RenderedBody {
  readonly leadFromBody: boolean;
  /** In the order of the holes. */
  readonly pictures: readonly BodyPicture[];
}

/** No body has this character: the check refuses it. */
const hole = '\u0000';

/**
 * Renders parsed Markdown, whose tokens it changes. Undefined where the HTML depends on more than its pictures: on pages
 * that may be hidden, on files, on a block of pictures, or on pictures among HTML, which pass the allow-list with it.
 */
export function prepareBody(tokens: MarkdownToken[], leadFromBody: boolean): PreparedBody | undefined {
  const hasPictures = tokens.some(({ children }) => children?.some(({ type }) => type === 'image'));
  if (tokens.some(pictureBlockOf) || (hasPictures && containsHtml(tokens))) return undefined;
  const pictures: BodyPicture[] = [];
  let isIndependent = true;
  const rendered = renderTokens(tokens, {
    leadFromBody,
    link: (href) => {
      isIndependent &&= /^(?:https?:|mailto:|tel:|#)/i.test(href);
      return href;
    },
    picture: (picture) => {
      pictures.push(picture);
      return hole;
    },
    pictureBlock: () => '',
  });
  return isIndependent ? { ...rendered, leadFromBody, pictures } : undefined;
}

/** Fills the holes of a prepared body. */
export function completeBody(
  { lead, rest, parts, pictures }: PreparedBody,
  renderPicture: (picture: BodyPicture) => string,
): RenderedBody {
  if (pictures.length === 0) return { lead, rest, parts };
  const rendered = pictures.map(renderPicture).values();
  const fill = (html: string) => html.replaceAll(hole, () => rendered.next().value ?? '');
  return { lead: fill(lead), rest: fill(rest), parts };
}
