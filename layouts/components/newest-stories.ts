import { type Html, html } from '../html.ts';
import type { Link } from '../page.ts';
import type { ArticleCardProps } from './article-card.ts';
import { factLine } from './fact-line.ts';
import { shortDateElement } from './short-date-element.ts';
import { storyBlock } from './story-block.ts';
import { storyTitle } from './story-title.ts';

/** An article with its category, in a list of several categories. */
export interface StoryProps extends ArticleCardProps {
  readonly category: Link;
}

/** The newest articles after the one at the top. */
export function newestStories(stories: readonly StoryProps[], archiveHref: string): Html {
  const all = { text: 'Tất cả bài viết, theo tháng', href: archiveHref };
  return storyBlock(
    'Tin mới',
    all,
    html`<ul class="rows pairs">${stories.map(
      (story) => html`<li>${storyTitle(story)}
${factLine([html`${story.category.text}`, shortDateElement(story)])}</li>\n`,
    )}</ul>`,
  );
}
