// Its own types have the class as `default` of what it exports; it is what it exports.
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
