import { hash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ContentKind, contentKinds } from '#news/content-kind.ts';
import { fileSlug } from '#site/read/file-slug.ts';
import { inspectFile } from '#site/read/inspect-from-queue.ts';
import type { DeployedSite } from './deployed-site.ts';
import { filesAtCommit } from './git.ts';
import { writeItemAtCommit } from './write-item-at-commit.ts';

/** A file of content/ as it was deployed last. */
export interface RestoredItem {
  /** Absolute path of a copy that has the files beside it that it names. */
  readonly file: string;
  readonly commit: string;
}

/** A file of content/ in error. */
export interface FileInError {
  /** Relative to content/, with "/". */
  readonly path: string;
  /** What the site shows in its place; undefined if it was never public and is left out. */
  readonly restored?: RestoredItem;
}

/** Where restored files are written, and of which content folder. */
interface RestoreFolders {
  readonly contentDir: string;
  readonly cacheDir: string;
}

/** The files of content/ at commits, and how an item is restored from them. */
export class DeployedContent {
  readonly #folders: RestoreFolders;
  readonly #deployed: DeployedSite;
  readonly #files = new Map<string, ReadonlySet<string> | undefined>();

  constructor(folders: RestoreFolders, deployed: DeployedSite) {
    this.#folders = folders;
    this.#deployed = deployed;
    rmSync(this.#restored, { recursive: true, force: true });
  }

  get #restored(): string {
    return join(this.#folders.cacheDir, 'restored');
  }

  /** Whether the repository has the commit of the deployment. */
  get isKnown(): boolean {
    return this.#filesAt(this.#deployed.commit) !== undefined;
  }

  /** Whether the item at a path of content/ was not deployed then, published or not. */
  isNew(path: string): boolean {
    const { commit, leftOut = [] } = this.#deployed;
    return !this.#filesAt(commit)?.has(path) || leftOut.includes(pathHash(path));
  }

  /**
   * The last deployed form of the item in a file of content/, taken from git and nothing else; undefined if it was
   * never public. A file that was moved since is recognised by its slug.
   */
  restore(path: string): RestoredItem | undefined {
    const [kind] = path.split('/');
    const { commit, builtAt, olderForms = {}, leftOut = [] } = this.#deployed;
    if (!builtAt || !isKind(kind) || leftOut.includes(pathHash(path))) return undefined;
    const source = olderForms[path] ?? commit;
    const found = this.#sameItem(path, source);
    if (!source || !found) return undefined;
    const files = [...(this.#filesAt(source) ?? [])];
    const [file] = writeItemAtCommit(this.#folders.contentDir, { commit: source, path: found, files }, this.#restored);
    if (file === undefined) return undefined;
    const { value } = inspectFile({ kind, file }, undefined).inspected.parts ?? {};
    return value && wasPublic(value, new Date(builtAt)) ? { file, commit: source } : undefined;
  }

  #filesAt(commit: string | undefined): ReadonlySet<string> | undefined {
    if (!commit) return undefined;
    if (!this.#files.has(commit)) {
      const files = filesAtCommit(this.#folders.contentDir, commit);
      this.#files.set(commit, files && new Set(files));
    }
    return this.#files.get(commit);
  }

  #sameItem(path: string, commit: string | undefined): string | undefined {
    const files = this.#filesAt(commit) ?? new Set<string>();
    if (files.has(path)) return path;
    const [kind] = path.split('/');
    return [...files].find(
      (file) =>
        file.startsWith(`${kind}/`) &&
        file.endsWith('.md') &&
        fileSlug(file) === fileSlug(path) &&
        !existsSync(join(this.#folders.contentDir, file)),
    );
  }
}

/** How a record names a path that is not public. */
export function pathHash(path: string): string {
  return hash('sha256', path);
}

function isKind(folder: string | undefined): folder is ContentKind {
  return contentKinds.some((kind) => kind === folder);
}

/** Whether an item with this front matter had been published by an instant, even if it has expired since. */
function wasPublic(frontMatter: object, at: Date): boolean {
  const { draft, date, issued } = publicationFields.parse(frontMatter);
  return !draft && (date ?? issued ?? at) <= at;
}

/** The fields that decide it; a standing page has no date. */
const publicationFields = z.object({
  draft: z.boolean(),
  date: z.date().optional(),
  issued: z.date().optional(),
});
