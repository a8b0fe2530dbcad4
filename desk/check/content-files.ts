/** The texts of the list files by path, as "content/site.yaml"; those that are missing are left out. */
export type ListFiles = Readonly<Record<string, string>>;

/** A Markdown file of content/ as an editor has written it. */
export interface ContentFile {
  /** As in the repository: "content/articles/2026/2026-11-29-x.md" */
  readonly path: string;
  readonly text: string;
  /** The files in its two folders, those to be uploaded included: the size in bytes by path, 0 if it is not known. */
  readonly files: Readonly<Record<string, number>>;
}
