import { join } from 'node:path';
import { format } from 'node:util';
import { vi } from 'vitest';
import { commandEnvironment, type ScriptResult } from '#bench/fixtures/run-script.ts';
import { projectRoot } from '#site/settings.ts';

let runs = 0;

/**
 * Runs a command as `runScript` does, without input and in this process: to start another one takes half a second of
 * the processor. One test of each command runs the command itself.
 */
export async function runInProcess(
  command:
    | 'announce'
    | 'check'
    | 'counter-export'
    | 'counter-import'
    | 'counter-snapshot'
    | 'import'
    | 'new'
    | 'verify',
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  folder = projectRoot,
): Promise<ScriptResult> {
  const file = join(projectRoot, 'scripts', `${command}.ts`);
  const [previous, previousFolder] = [{ ...process.env }, process.cwd()];
  const printed = { stdout: '', stderr: '' };
  const collect = (stream: keyof typeof printed, line: string) => {
    printed[stream] += line;
    return true;
  };
  const restored = [
    vi.spyOn(process, 'argv', 'get').mockReturnValue([process.execPath, file, ...args]),
    vi.spyOn(console, 'log').mockImplementation((...values) => void collect('stdout', `${format(...values)}\n`)),
    vi.spyOn(console, 'error').mockImplementation((...values) => void collect('stderr', `${format(...values)}\n`)),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => collect('stdout', String(text))),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => collect('stderr', String(text))),
  ];
  try {
    Object.assign(process.env, commandEnvironment(environment));
    process.chdir(folder);
    process.exitCode = 0;
    // Another address each time: a module runs once.
    await import(/* @vite-ignore */ `${file}?run=${++runs}`);
  } catch (error) {
    if (!(error instanceof Error && error.name.endsWith('SettingsError'))) throw error;
    collect('stderr', `${error.message}\n`);
    process.exitCode = 1;
  } finally {
    for (const spy of restored) spy.mockRestore();
    process.chdir(previousFolder);
    for (const name of Object.keys(process.env)) if (!(name in previous)) delete process.env[name];
    Object.assign(process.env, previous);
  }
  const status = Number(process.exitCode);
  process.exitCode = undefined;
  return { status, ...printed };
}
