import type { ContentFiles } from '#site/guide/content-files.ts';
import { ruleExamples } from '#site/guide/rule-examples.ts';

/** The examples of the guide in few folders: those that change no list are in one, each below a folder of its own. */
export function examplesInFolders(): { readonly together: ContentFiles; readonly alone: readonly ContentFiles[] } {
  const examples = Object.values(ruleExamples).flatMap(({ wrong, right }) => [wrong, right]);
  const together = examples
    .filter((files) => !changesLists(files))
    .flatMap((files, index) =>
      Object.entries(files).map(([path, content]) => [path.replace('/', `/vi-du-${index}/`), content]),
    );
  return { together: Object.fromEntries(together), alone: examples.filter(changesLists) };
}

function changesLists(files: ContentFiles): boolean {
  return Object.entries(files).some(([path, content]) => content === null || !/^[a-z]+\/.*\.\w+$/.test(path));
}
