import { expect, it } from 'vitest';
import { chooseFeed } from './feed-choice';

const built = { feed: 'https://built.example/', publicKey: 'k' };

it.each([
  [undefined, {}, built, 'elsewhere'],
  ['nsis', { updates: false }, built, 'off'],
  ['nsis', {}, { ...built, feed: '' }, 'none'],
  ['nsis', {}, { ...built, publicKey: '' }, 'none'],
] as const)('with %s, policy %j and build %j there is no feed: %s', (kind, policy, by, why) => {
  expect(chooseFeed(kind, policy, by)).toBe(why);
});

it('takes the feed of the policy, or else that of the build', () => {
  expect(chooseFeed('mac', {}, built)).toEqual({
    kind: 'mac',
    options: { feed: 'https://built.example/', channel: 'stable', publicKey: 'k' },
  });
  const policy = { feedUrl: 'https://own.example/', channel: 'pilot' } as const;
  expect(chooseFeed('mac', policy, built)).toMatchObject({
    options: { feed: 'https://own.example/', channel: 'pilot' },
  });
});
