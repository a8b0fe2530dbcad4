import type { ContentKind } from '#news/content-kind.ts';
import type { Organisation } from '#news/organisation.ts';
import { type FormField, type FormLists, formFields } from './form-fields.ts';
import { otherPaths } from './other-paths.ts';

/** The configuration of Sveltia CMS as plain data; desk/desk.ts hands it over. */
export type CmsConfig = Readonly<Record<string, unknown>>;

/** Where the desk saves: in the repository of site.yaml, or, under `npm start`, in a folder of this machine. */
export type DeskTarget = Pick<Organisation, 'desk'> & {
  /** The name of that folder. */
  readonly localFolder?: string;
};

/** How many pixels the longest side of a picture has at most: no page shows a larger one. */
const maxPictureSide = 2400;

interface Collection {
  readonly label: string;
  readonly singular: string;
  readonly icon: string;
  /** Below the folder of the kind. */
  readonly path?: string;
  readonly slug: string;
  /** By what its list is sorted, newest first. */
  readonly sortedBy?: string;
}

/** The date of an item in a template of the CMS; {{year}} would be that of the day on which it is saved. */
const inFormat = (format: string) => `{{date | date('${format}')}}`;

const collections: { readonly [Kind in ContentKind]: Collection } = {
  articles: {
    ...{ label: 'Bài viết', singular: 'bài viết', icon: 'article', sortedBy: 'date' },
    ...{ path: `${inFormat('YYYY')}/{{slug}}`, slug: `${inFormat('YYYY-MM-DD')}-{{title}}` },
  },
  questions: {
    ...{ label: 'Hỏi & đáp', singular: 'câu hỏi', icon: 'help', sortedBy: 'date' },
    slug: `${inFormat('YYYY-MM-DD')}-{{title}}`,
  },
  documents: {
    ...{ label: 'Văn bản', singular: 'văn bản', icon: 'description', sortedBy: 'issued' },
    slug: '{{year}}-{{month}}-{{day}}-{{title}}-{{number}}',
  },
  events: {
    ...{ label: 'Sự kiện', singular: 'sự kiện', icon: 'event', sortedBy: 'from' },
    slug: `${inFormat('YYYY-MM-DD')}-{{title}}`,
  },
  pages: { label: 'Trang giới thiệu', singular: 'trang', icon: 'web', slug: '{{title}}' },
};

/** What the desk shows of its site. */
export interface DeskSite extends FormLists {
  readonly name: string;
  /** The href of the icon of the site. */
  readonly logo: string;
  /** The paths of its items inside the folders of their kinds. */
  readonly paths: { readonly [Kind in ContentKind]: readonly string[] };
}

/** The configuration of the CMS, made from the schemas of content/ and its lists. */
export function cmsConfig(target: DeskTarget, { name, logo, paths, ...lists }: DeskSite): CmsConfig {
  const { desk, localFolder } = target;
  const body = bodyField(desk?.richText ?? false);
  const canReview = desk?.host === 'github' || desk?.host === 'gitlab';
  const isReviewed = desk?.approval && canReview && localFolder === undefined;
  return {
    backend: backend(target),
    ...(isReviewed && { publish_mode: 'editorial_workflow' }),
    app_title: `Bàn biên tập – ${name}`,
    media_folder: 'content',
    public_folder: '/content',
    media_libraries: {
      default: {
        config: {
          slugify_filename: true,
          transformations: {
            raster_image: { format: 'webp', quality: 85, width: maxPictureSide, height: maxPictureSide },
          },
        },
      },
      stock_assets: { providers: [] },
    },
    show_preview_links: false,
    logo: { src: logo, show_in_header: false },
    slug: { encoding: 'ascii', clean_accents: true, maxlength: 101, timezone: 'local' },
    output: { omit_empty_optional_fields: true },
    collections: (Object.keys(collections) as ContentKind[]).flatMap((kind) => {
      const fields = formFields(kind, lists, { ...body, label: kind === 'questions' ? 'Trả lời' : body.label });
      const { label, path = '{{slug}}' } = collections[kind];
      const elsewhere = otherPaths(paths[kind], path).map((otherPath, index) => ({
        ...collection(kind, otherPath, fields),
        // Only files that are there: new ones have their place.
        ...{ name: `${kind}-${index + 2}`, label: `${label} (${placeLabel(otherPath)})`, create: false },
      }));
      return [collection(kind, path, fields), ...elsewhere];
    }),
  };
}

/** Where files are that match a pattern, for the list of an editor who looks for an item. */
function placeLabel(path: string): string {
  if (path.endsWith('/index')) return 'thư mục riêng';
  return path === '{{slug}}' ? 'ngoài các năm' : 'chỗ khác';
}

function collection(kind: ContentKind, path: string, fields: readonly FormField[]): CmsConfig {
  const { label, singular, icon, slug, sortedBy } = collections[kind];
  return {
    ...{ name: kind, label, label_singular: singular, icon, folder: `content/${kind}` },
    ...(path !== '{{slug}}' && { path }),
    ...{ slug, identifier_field: 'title', format: kind },
    // The folder with the name of the item; where items are in folders of years, that is what the CMS means by none.
    ...{ media_folder: path === '{{slug}}' ? '{{slug}}' : '', public_folder: '' },
    // What was public is withdrawn with a reason, or its readers find nothing at its address.
    ...{ delete: false, duplicate: false },
    ...(sortedBy && {
      sortable_fields: { fields: ['title', sortedBy], default: { field: sortedBy, direction: 'descending' } },
    }),
    view_filters: [{ label: 'Bản nháp', field: 'status', pattern: 'draft' }],
    fields,
  };
}

/** Plain Markdown by default: a rich text editor loses letters under the key bursts of keyboard programs. */
function bodyField(richText: boolean): FormField {
  const common = { name: 'body', label: 'Nội dung', required: false };
  return richText ? { ...common, widget: 'markdown', modes: ['raw', 'rich_text'] } : { ...common, widget: 'body' };
}

function backend({ desk, localFolder }: DeskTarget): CmsConfig {
  // The CMS wants a repository, and names its databases in the browser after it: another folder is another one.
  if (localFolder !== undefined || !desk)
    return { name: 'github', repo: `may-nay/${localFolder ?? 'trang'}`, auth_methods: ['token'] };
  const { host, repository, branch, url } = desk;
  return {
    ...{ name: host === 'forgejo' ? 'gitea' : host, repo: repository, branch, auth_methods: ['token'] },
    ...(url && { base_url: new URL(url).origin, api_root: apiRoot(host, new URL(url).origin) }),
    commit_messages: {
      ...{ create: 'Thêm {{collection}} “{{slug}}”', update: 'Sửa {{collection}} “{{slug}}”' },
      ...{ uploadMedia: 'Thêm tệp {{path}}', deleteMedia: 'Xóa tệp {{path}}', delete: 'Xóa {{collection}} “{{slug}}”' },
    },
  };
}

function apiRoot(host: NonNullable<DeskTarget['desk']>['host'], origin: string): string {
  if (host === 'gitlab') return `${origin}/api/v4`;
  return host === 'github' ? `${origin}/api/v3` : `${origin}/api/v1`;
}

/** The origins that the desk talks to. */
export function deskOrigins({ host, url }: NonNullable<DeskTarget['desk']>): string[] {
  if (url) return [new URL(url).origin];
  return host === 'gitlab' ? ['https://gitlab.com'] : ['https://api.github.com'];
}
