import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The test files that take longest, the longest first: one that starts last keeps all other workers waiting. */
const slowest = [
  'unit/regular-expressions.test.ts',
  'site/publish.test.ts',
  'site/incremental.test.ts',
  'cross-browser/firefox.test.ts',
  'cross-browser/webkit.test.ts',
  'browser/offline-pages.test.ts',
  'browser/layout-shift.test.ts',
  'site/start-command.test.ts',
  'browser/page-requests.test.ts',
  'browser/equal-access.test.ts',
  'browser/accessibility.test.ts',
  'browser/contrast.test.ts',
  'browser/width.test.ts',
  'site/offline-command.test.ts',
];

/** Orders test files: the slowest first, then as Vitest does. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = slowest.findIndex((file) => moduleId.endsWith(`/tests/${file}`));
      return index === -1 ? slowest.length : index;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
