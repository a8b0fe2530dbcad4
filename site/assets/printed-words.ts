const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** What source code can print, as selectors write it: "a", ".story", "#gan-giong", "[data-copy]" */
export function printedWords(source: string): Set<string> {
  const code = source.replace(comments, '');
  const words = new Set<string>();
  const addAll = (pattern: RegExp, forms: (name: string) => readonly string[]) => {
    for (const [, names = ''] of code.matchAll(pattern))
      for (const [name] of names.matchAll(/[\w-]+/g)) for (const form of forms(name)) words.add(form);
  };
  addAll(/<([a-z][a-z0-9]*)\b/g, (name) => [name]);
  addAll(/\bclass="([^"]*)"/g, (name) => [`.${name}`]);
  addAll(/\bid="([\w-]+)"/g, (name) => [`#${name}`]);
  addAll(/\b(data-[\w-]+)/g, (name) => [`[${name}]`]);
  addAll(/\bdataset\['(\w+)'\]/g, (name) => [`[data-${name}]`]);
  // Names of elements and classes that functions are given.
  addAll(/'([a-z][\w -]*)'/g, (name) => [name, `.${name}`, `#${name}`]);
  return words;
}
