import { titleHtml } from './components/title-html.ts';
import type { FrameProps } from './frame-props.ts';
import { type Html, html } from './html.ts';
import type { Link } from './page.ts';

/** Props of the search page. */
export interface SearchProps extends FrameProps {
  /** Choices of the category filter. */
  readonly categories: readonly string[];
  /** Choices of the year filter, newest first. */
  readonly years: readonly string[];
  /** Links to browse without searching. */
  readonly links: readonly Link[];
  /** A public search engine for readers without script; `siteField` and `host` limit it to this site. */
  readonly engine: {
    readonly name: string;
    readonly action: string;
    readonly siteField: string;
    readonly host: string;
  };
  /** The base path of the site. */
  readonly base: string;
  readonly searchScript: string;
}

/** /tim-kiem/: links to browse, and a search form that the script shows. */
export function search(props: SearchProps): Html {
  const { engine } = props;
  return html`<h1>${titleHtml(props.title)}</h1>
<form class="search-page" role="search" action="${props.site.searchHref}" data-base="${props.base}" data-search="script" hidden>
<label for="q">Từ cần tìm</label>
<div class="search-field"><input type="search" id="q" name="q" maxlength="200" autocomplete="off" enterkeyhint="search"><button type="submit">Tìm</button></div>
<div class="search-filters"><label>Chuyên mục<select name="chuyen-muc"><option value="">Tất cả</option>${options(props.categories)}</select></label>
<label>Năm<select name="nam"><option value="">Tất cả</option>${options(props.years)}</select></label></div>
<p class="meta">Gõ có dấu hay không dấu đều được. Đặt cả cụm từ trong ngoặc kép để chỉ tìm đúng cụm ấy.</p>
</form>
<noscript><form class="search-page" role="search" action="${engine.action}">
<p>Trình duyệt này không chạy được phần tìm kiếm của trang. Bạn có thể tìm bằng ${engine.name}, chỉ trong trang này:</p>
<label for="tim-ngoai">Từ cần tìm</label>
<div class="search-field"><input type="search" id="tim-ngoai" name="q"><input type="hidden" name="${engine.siteField}" value="${engine.host}"><button type="submit">Tìm bằng ${engine.name}</button></div>
</form></noscript>
<p class="search-count" data-search="count" tabindex="-1"></p>
<p class="spoken" role="status" data-search="told"></p>
<p data-search="offer"></p>
<ol class="rows search-results" data-search="results"></ol>
<p data-search="more" hidden><button type="button">Xem thêm kết quả</button></p>
<section data-search="browse"><h2>Hoặc xem theo mục</h2>
<ul class="plain">${props.links.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ul></section>
<script src="${props.searchScript}" type="module"></script>`;
}

function options(values: readonly string[]): readonly Html[] {
  return values.map((value) => html`<option>${value}</option>`);
}
