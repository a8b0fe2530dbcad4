// The package's own types declare a default export, but `module.exports` is the class itself.
declare module 'feedme' {
  import type { Writable } from 'node:stream';

  export default class FeedMe extends Writable {
    constructor(buffer: boolean);
    done(): { readonly items: readonly unknown[] } | undefined;
  }
}

declare module 'clarinet' {
  const clarinet: { MAX_BUFFER_LENGTH: number };
  export default clarinet;
}
