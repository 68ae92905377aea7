import { expect, it } from 'vitest';
import { HeldEvent } from './held-event';

it('of the events before the listener, it gets the latest, once, and then every other', () => {
  const event = new HeldEvent<string>();
  event.happened('first');
  event.happened('second');
  const heard: string[] = [];
  event.listen((value) => heard.push(value));
  expect(heard).toEqual(['second']);
  event.happened('third');
  expect(heard).toEqual(['second', 'third']);
});

it('an event that was taken is not heard again', () => {
  const event = new HeldEvent<string>();
  event.happened('first');
  expect([event.take(), event.take()]).toEqual(['first', undefined]);
  const heard: string[] = [];
  event.listen((value) => heard.push(value));
  expect(heard).toEqual([]);
});
