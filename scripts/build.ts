import { keepCompiledCode } from './compiled-code.ts';

// What is imported in the usual way is loaded before any line runs.
keepCompiledCode(process.env);
await import('./build-command.ts');
