/** Names for folders in the patterns of the CMS, the outermost first. */
const folderNames = ['{{year}}', '{{month}}', '{{day}}', '{{hour}}', '{{minute}}'];

/**
 * The patterns of the CMS for the files of a kind that are in other places than where the desk makes new ones, without
 * their ending: "{{slug}}" for those directly in the folder of the kind. The paths are inside that folder.
 */
export function otherPaths(paths: readonly string[], usual: string): string[] {
  const usualShape = shapeOf(usual);
  return [...new Set(paths.map(patternOf))].filter((pattern) => shapeOf(pattern) !== usualShape).sort();
}

/** "2024/tin/index.md" → "{{year}}/{{slug}}/index" */
function patternOf(path: string): string {
  const isIndex = path.endsWith('/index.md');
  const folders = path.split('/').slice(0, isIndex ? -2 : -1);
  return [
    ...folders.map((_, depth) => folderNames[depth] ?? '{{second}}'),
    '{{slug}}',
    ...(isIndex ? ['index'] : []),
  ].join('/');
}

/** A pattern whose folders have no names: those of the desk may be made from a date. */
function shapeOf(pattern: string): string {
  return pattern.replace(/\{\{(?!slug\}\})[^/]*\}\}/g, '*');
}
