import { keepCompiledCode } from './compiled-code.ts';

keepCompiledCode(process.env);
await import('./check-command.ts');
