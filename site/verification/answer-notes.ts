import type { IncomingHttpHeaders } from 'node:http';
import { headersFor } from '#site/assets/headers.ts';
import type { BuiltFile, BuiltSite } from './built-site.ts';
import type { Answer } from './site-client.ts';

/** What is worth knowing of answers that are no differences: hosts differ in the headers that they send. */
export class AnswerNotes {
  readonly #site: BuiltSite;
  readonly #missing = new Set<string>();
  /** The addresses whose answers lack a header. */
  readonly #addresses = new Set<string>();
  #cookie: string | undefined;

  constructor(site: BuiltSite) {
    this.#site = site;
  }

  add(file: BuiltFile, { headers }: Answer): void {
    for (const name of missingHeaders(this.#site, file, headers)) {
      this.#missing.add(name);
      this.#addresses.add(file.address);
    }
    const [cookie] = headers['set-cookie'] ?? [];
    this.#cookie ??= cookie?.split('=')[0];
  }

  /** In Vietnamese. */
  sentences(): string[] {
    const [first] = this.#addresses;
    const places = `${this.#addresses.size} địa chỉ, như ${first}`;
    return [
      ...(first === undefined
        ? []
        : [
            `thiếu tiêu đề bảo vệ mà _headers ghi: ${[...this.#missing].join(', ')} (ở ${places}); xem deploy/nginx.conf, Caddyfile, apache.conf`,
          ]),
      ...(this.#cookie === undefined
        ? []
        : [
            `máy chủ đặt cookie “${this.#cookie}”: trang không dùng cookie, xem ai đặt (thường là tường lửa của nơi đặt trang)`,
          ]),
    ];
  }
}

/** The headers of protection in the build's table that an answer lacks. */
function missingHeaders(site: BuiltSite, file: BuiltFile, headers: IncomingHttpHeaders): string[] {
  return headersFor(site.headers, file.address).flatMap(([name]) => {
    const isProtection = !/^(?:cache-control|x-robots-tag)$/i.test(name);
    return isProtection && headers[name.toLowerCase()] === undefined ? [name] : [];
  });
}
