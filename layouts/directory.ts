import { type PictureProps, picture } from './components/picture.ts';
import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** A person or an association. */
export interface DirectoryEntry {
  readonly name: string;
  /** "Chủ tịch: …", an address. */
  readonly facts: readonly string[];
  readonly telephone?: Link;
  readonly email?: string;
  readonly portrait?: PictureProps;
}

/** Props of a directory of people or associations. */
export interface DirectoryProps extends FrameProps {
  readonly groups: readonly { readonly title?: string; readonly entries: readonly DirectoryEntry[] }[];
}

/** The member associations, or the leaders of the organisation. */
export function directory({ title, groups }: DirectoryProps): Html {
  return html`<article class="article directory"><h1>${titleHtml(title)}</h1>
${groups.map(
  (group) => html`<section>${group.title && html`<h2>${titleHtml(group.title)}</h2>`}
<ul class="plain">
${group.entries.map(entry)}</ul></section>\n`,
)}</article>`;
}

function entry({ name, facts, telephone, email, portrait }: DirectoryEntry): Html {
  return html`<li>${portrait && picture(portrait)}<p class="name">${titleHtml(name)}</p>
<div>${facts.map((fact) => html`<p>${fact}</p>`)}${email && html`<p><a href="mailto:${email}">${email}</a></p>`}</div>
${telephone && html`<p class="call"><a href="${telephone.href}">${telephone.text}</a></p>\n`}</li>\n`;
}
