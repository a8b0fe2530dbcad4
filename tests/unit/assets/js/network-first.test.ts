import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { networkFirst } from '../../../../assets/js/network-first.ts';

const timeout = 8000;
const noResponse = new Promise<string>(() => {});
const cachedCopy = async () => 'cached';
const notCached = async () => undefined;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the response of the network is used, and the cache is not read', async () => {
  const cached = vi.fn(cachedCopy);
  expect(await networkFirst(Promise.resolve('new'), cached, timeout)).toBe('new');
  expect(cached).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('a slow network is still used until the timeout', async () => {
  const slow = new Promise<string>((resolve) => setTimeout(() => resolve('new'), timeout - 1));
  const response = networkFirst(slow, cachedCopy, timeout);
  await vi.advanceTimersByTimeAsync(timeout);
  expect(await response).toBe('new');
});

test('without a network the cached copy is used at once', async () => {
  expect(await networkFirst(Promise.reject(new TypeError()), cachedCopy, timeout)).toBe('cached');
});

test('when the network does not respond, the cached copy is used after the timeout', async () => {
  const response = networkFirst(noResponse, cachedCopy, timeout);
  await vi.advanceTimersByTimeAsync(timeout);
  expect(await response).toBe('cached');
});

test('without a cached copy the network is awaited, however long it takes', async () => {
  const slow = new Promise<string>((resolve) => setTimeout(() => resolve('new'), timeout * 5));
  const response = networkFirst(slow, notCached, timeout);
  await vi.advanceTimersByTimeAsync(timeout * 5);
  expect(await response).toBe('new');
});

test('if the cached copy cannot be read, the network is awaited too', async () => {
  const slow = new Promise<string>((resolve) => setTimeout(() => resolve('new'), timeout * 5));
  const response = networkFirst(slow, () => Promise.reject(new DOMException('', 'UnknownError')), timeout);
  await Promise.all([vi.advanceTimersByTimeAsync(timeout * 5), expect(response).resolves.toBe('new')]);
});

test('without a network and a cached copy it rejects', async () => {
  await expect(networkFirst(Promise.reject(new TypeError('offline')), notCached, timeout)).rejects.toThrow('offline');
});
