import { type Html, html } from '../html.ts';
import { type PictureProps, picture } from './picture.ts';

/** Two pictures stand beside each other on a telephone, three where the column of text is whole. */
const sizes = '(min-width: 47em) 220px, 45vw';

/** Pictures side by side; each leads to itself, large. The script opens them on the page. */
export function gallery(pictures: readonly PictureProps[]): Html {
  return html`<ul class="gallery">${pictures.map(
    (props) =>
      html`<li><figure><a href="${props.src}">${picture({ ...props, sizes })}</a>${props.caption && html`<figcaption>${props.caption}</figcaption>`}</figure></li>`,
  )}</ul>`;
}
