const failures = new Map<string, number>();

/** The file of a tool, beside the site's script: fetched when a reader first asks for it. */
export async function loadTool<Tool>(file: string): Promise<Tool> {
  const times = failures.get(file) ?? 0;
  try {
    // A browser may remember that a module could not be fetched: another try needs another address.
    return await import(new URL(times > 0 ? `${file}?${times}` : file, import.meta.url).href);
  } catch (error) {
    failures.set(file, times + 1);
    throw error;
  }
}
