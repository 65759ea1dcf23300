import { expect, test } from 'vitest';
import { anyFestival, seeSlug, tagsOfChange, tagsOfPage } from './tags.ts';

const festivalId = '019ec525-0c00-7292-b95e-1f963b5d20d2';
seeSlug(festivalId, 'solstice');

test.each([
  ['/en', true],
  ['/en/festivals', true],
  ['/en/solstice', false],
])('%s shows what festivals there are: %s', (path, shows) => {
  expect(tagsOfPage(path, 200).includes(anyFestival)).toBe(shows);
});

test.each([
  ['/en', ['festival'], true],
  ['/en/festivals', ['festival'], true],
  ['/en/solstice/practical', ['festival'], true],
  ['/en/solstice/practical', ['programme'], false],
  ['/en/solstice/line-up', ['programme'], true],
  ['/en/another', ['festival'], false],
])('%s is out of date after a change in %j: %s', (path, domains, isOutdated) => {
  const changed = tagsOfChange(festivalId, domains);
  expect(tagsOfPage(path, 200).some((tag) => changed.includes(tag))).toBe(isOutdated);
});
