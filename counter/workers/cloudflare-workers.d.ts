declare module 'cloudflare:workers' {
  import type { CloudflareWorkersModule } from '@cloudflare/workers-types';

  export const DurableObject: typeof CloudflareWorkersModule.DurableObject;
  export type DurableObject<Env> = CloudflareWorkersModule.DurableObject<Env>;
}
