const failures = new Map<string, number>();

/** Imports a script from the folder of the site's script, when a reader first uses its feature. */
export async function loadOnDemand<Module>(file: string): Promise<Module> {
  const failed = failures.get(file) ?? 0;
  try {
    // A browser may cache the failure to fetch a module: a retry needs another URL.
    return await import(new URL(failed > 0 ? `${file}?${failed}` : file, import.meta.url).href);
  } catch (error) {
    failures.set(file, failed + 1);
    throw error;
  }
}
