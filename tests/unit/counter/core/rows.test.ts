import { expect, test } from 'vitest';
import { ImportError, parseImport } from '#counter/core/rows.ts';
import { restartableCounter } from '../../../restartable-counter.ts';

const now = Date.parse('2026-11-24T12:00:00+07:00');
const row = { day: '2026-11-23', path: '/a/', n: 5 };
const visits = { day: 'carried', path: '', n: 1_234_567 };

const set = (rows: readonly object[], more: object = {}) => parseImport(JSON.stringify({ mode: 'set', rows, ...more }));
const add = (rows: readonly object[], id = 'old-site', more: object = {}) =>
  parseImport(JSON.stringify({ mode: 'add', id, rows, ...more }));

function refusal(work: () => unknown): Pick<ImportError, 'status' | 'message'> {
  try {
    work();
  } catch (error) {
    if (error instanceof ImportError) return { status: error.status, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

test.each([
  ['a number as a string', { ...row, n: '5' }, 'row 2: n must be a whole number from 0 to 10^12'],
  ['a fraction', { ...row, n: 0.5 }, 'row 2: n must be a whole number from 0 to 10^12'],
  ['a negative number', { ...row, n: -1 }, 'row 2: n must be a whole number from 0 to 10^12'],
  ['a number too large to sum', { ...row, n: 1e13 }, 'row 2: n must be a whole number from 0 to 10^12'],
  ['no day', { path: '/a/', n: 1 }, 'row 2: day must be "carried" or a date like "2026-11-24"'],
  [
    'a date that does not exist',
    { ...row, day: '2026-02-30' },
    'row 2: day must be "carried" or a date like "2026-11-24"',
  ],
  ['a day before 1970', { ...row, day: '1969-12-31' }, 'row 2: day must be "carried" or a date like "2026-11-24"'],
  [
    'the date of the carried-over numbers',
    { ...row, day: '1970-01-01' },
    'row 2: day must be "carried" or a date like "2026-11-24"',
  ],
  ['a relative path', { ...row, path: 'a' }, 'row 2: path must be "" (visits) or a path like "/bai-viet/"'],
  ['a path with a query', { ...row, path: '/a/?b' }, 'row 2: path must be "" (visits) or a path like "/bai-viet/"'],
  [
    'a path that is not canonical',
    { ...row, path: '/a/index.html' },
    'row 2: path must be "" (visits) or a path like "/bai-viet/"',
  ],
  ['a lone surrogate', { ...row, path: '/\ud800/' }, 'row 2: path must be "" (visits) or a path like "/bai-viet/"'],
  ['a number instead of an object', 5, 'row 2: must be an object'],
  ['an array', [], 'row 2: must be an object'],
  ['a row twice', visits, 'row 2: the same day and path as an earlier row'],
])('an import with %s is refused with the number of the row', (_what, invalid, message) => {
  expect(refusal(() => set([visits, invalid as object, row]))).toEqual({ status: 400, message });
});

test.each([
  ['{', 'the body is no JSON'],
  ['[]', 'the body: must be an object'],
  ['{"mode":"set"}', 'rows: missing, or no array'],
  ['{"rows":[]}', 'mode: must be "set" or "add"'],
  ['{"mode":"add","rows":[]}', 'id: an addition needs one, of 1 to 100 letters, digits and . : _ -'],
  ['{"mode":"add","id":"a b","rows":[]}', 'id: an addition needs one, of 1 to 100 letters, digits and . : _ -'],
  ['{"mode":"set","rows":[],"carried":{"visits":1}}', 'carried: taken must be a date like "2026-11-24"'],
  [
    '{"mode":"set","rows":[],"carried":{"taken":"2026-11-24"}}',
    'carried: visits must be a whole number from 0 to 10^12',
  ],
  ['{"mode":"set","rows":[],"additions":{"a":1}}', 'additions: a must be a text'],
])('%s is refused', (text, message) => expect(refusal(() => parseImport(text))).toEqual({ status: 400, message }));

test('a `set` replaces numbers and updates the totals', () => {
  const counter = restartableCounter().start(now);
  expect(counter.import(set([row, visits]))).toEqual({ applied: true, rows: 2 });
  counter.import(set([{ ...row, n: 2 }]));
  counter.import(set([{ ...row, n: 2 }]));
  expect(counter.figures(['/a/'], now)).toEqual({ total: 1_234_567, today: 0, pages: { '/a/': 2 } });
});

test('an import clears the cached numbers', () => {
  const counter = restartableCounter().start(now);
  counter.hit({ network: '203.0.113.7', userAgent: 'Firefox', path: '/a/' }, now);
  counter.commit();
  expect(counter.figures(['/a/'], now)).toMatchObject({ total: 1, today: 1, pages: { '/a/': 1 } });
  counter.import(add([row, visits, { day: '2026-11-24', path: '', n: 10 }]));
  expect(counter.figures(['/a/'], now)).toMatchObject({ total: 1_234_578, today: 11, pages: { '/a/': 6 } });
});

test('an `add` is applied once for each id', () => {
  const counter = restartableCounter().start(now);
  expect(counter.import(add([row]))).toEqual({ applied: true, rows: 1 });
  expect(counter.import(add([row]))).toEqual({ applied: false, rows: 1 });
  expect(counter.import(add([row], 'second'))).toEqual({ applied: true, rows: 1 });
  expect(counter.figures(['/a/'], now).pages).toEqual({ '/a/': 10 });
  expect(refusal(() => counter.import(add([{ ...row, n: 6 }])))).toEqual({
    status: 409,
    message: 'id old-site: was used for an addition of other rows',
  });
});

test.each(['constructor', 'toString', '__proto__'])('%s is a valid id for an addition', (id) => {
  const [from, to] = [restartableCounter().start(now), restartableCounter().start(now)];
  expect(from.import(add([row], id)).applied).toBe(true);
  const { rows, additions } = from.export(now);
  to.import(set(rows, { additions }));
  expect(to.import(add([row], id)).applied).toBe(false);
});

test('the total of the old site is imported once and is part of all figures', () => {
  const counter = restartableCounter().start(now);
  const carried = { visits: 1_234_567, taken: '2026-11-20' };
  counter.import(add([visits], 'old-site', { carried }));
  expect(counter.all(now)).toMatchObject({ total: 1_234_567, carried });
  expect(refusal(() => counter.import(add([visits], 'again', { carried })))).toMatchObject({ status: 409 });
  expect(counter.all(now)).toMatchObject({ total: 1_234_567, carried });
});

test('an import that fails midway changes nothing', () => {
  const memory = restartableCounter();
  const counter = memory.start(now);
  memory.failsTransactions = true;
  for (const rows of [set([row, visits]), add([row, visits])]) expect(() => counter.import(rows)).toThrow('disk full');
  memory.failsTransactions = false;
  expect(counter.export(now)).toMatchObject({ rows: [], additions: {} });
  expect(counter.import(add([row, visits])).applied).toBe(true);
});

test.each(['/a/', '/bài/', '/a b/', '/a"b\'c/', '/😀/'])(
  'another counter imports all that was exported, for a page %s',
  (path) => {
    const [from, to] = [restartableCounter().start(now), restartableCounter().start(now)];
    for (const n of [1, 2]) from.hit({ network: '203.0.113.7', userAgent: `Firefox/${n}`, path }, now);
    from.commit();
    from.import(add([visits], 'old-site', { carried: { visits: 1_234_567, taken: '2026-11-20' } }));
    const { rows, carried, additions } = from.export(now);
    to.import(set(rows, { carried, additions }));
    expect(to.export(now)).toEqual(from.export(now));
    expect(to.all(now)).toEqual(from.all(now));
  },
);
