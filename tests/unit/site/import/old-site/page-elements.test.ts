import { selectAll } from 'css-select';
import { isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { PageElements } from '#site/import/old-site/page-elements.ts';
import { pageShapes } from '#site/import/old-site/page-shapes.ts';

const page = parseDocument(`<!doctype html><HTML><head><title>Trang</title><meta property="og:title" content="Bài">
<meta property="article:published_time" content="2015-12-25"></head>
<body class="single"><div id="news_detail"><h1 class="title  large" itemprop="headline">Bài <em>mới</em></h1>
<em class="pull-left time">25/12/2015</em><TIME datetime="2015-12-25">hôm qua</TIME>
<div id="news-bodyhtml" class="bodytext entry-content"><p>Một <A HREF="a.html" Rel=author>người</A></p>
<table class="contentpaneopen"><tr><td class="createdate">Thứ sáu</td></tr></table><p class="Date post-date">25/12</p></div>
<div class="item-page"><span class="published"><time itemprop="datePublished">25/12</time></span><p>Hai</p></div></div>
<ul class="breadcrumb"><li>Trang đầu<li>Tin tức</ul><div class="entry-content" hidden>Ba</div></body></HTML>`);

const selectors = pageShapes.flatMap(({ system: _, ...parts }) => Object.values(parts).flat());
const others = [
  '*',
  'p',
  'P',
  '#news_detail > .bodytext',
  '.bodytext p + table',
  'h1 ~ time',
  'div:not(.entry-content)',
];
const attributes = [
  '[Class]',
  '[class="PULL-LEFT TIME" i]',
  '.entry-content[hidden]',
  'div, time',
  '[rel!=author]',
  '[id=NEWS_DETAIL]',
];

test('the elements of a page are found as css-select finds them, in the same order', () => {
  const elements = new PageElements(page);
  for (const selector of [...selectors, ...others, ...attributes])
    expect(elements.matching(selector), selector).toEqual(selectAll(selector, page).filter(isTag));
});

test('an unreadable selector is an error', () => {
  expect(() => new PageElements(page).matching('div[')).toThrow();
});
