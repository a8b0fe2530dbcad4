import { config } from 'zod';

// The policy of the desk forbids the code that zod would compile, from the first schema on.
config({ jitless: true });

export * from 'zod';
