import type { Body } from '#news/body.ts';
import type { PreparedBody } from '#site/markdown/prepare-body.ts';

const preparedBodies = new WeakMap<Body, PreparedBody>();

/** Keeps what was prepared of a body until it is taken, or the body is no longer used. */
export function keepPreparedBody(body: Body, prepared: PreparedBody): void {
  preparedBodies.set(body, prepared);
}

/** What was prepared of a body, once: its page is rendered once, and until then the HTML takes memory. */
export function takePreparedBody(body: Body): PreparedBody | undefined {
  const prepared = preparedBodies.get(body);
  preparedBodies.delete(body);
  return prepared;
}
