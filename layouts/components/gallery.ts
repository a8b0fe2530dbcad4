import { type Html, html } from '../html.ts';
import { type PictureProps, picture } from './picture.ts';

/** Two pictures a row on a telephone, three in the text column, which is wider with its margin. */
const sizes = '(min-width: 74em) 255px, (min-width: 47em) 183px, 45vw';

/** A grid of pictures, each a link to its large file; the script opens them in a dialog. */
export function gallery(pictures: readonly PictureProps[]): Html {
  return html`<ul class="gallery">${pictures.map(
    (props) =>
      html`<li><figure><a href="${props.src}">${picture({ ...props, sizes })}</a>${props.caption && html`<figcaption>${props.caption}</figcaption>`}</figure></li>`,
  )}</ul>`;
}
