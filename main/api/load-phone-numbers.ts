import { setImmediate } from 'node:timers/promises';

let loading: Promise<void> | undefined;

/** Loads what reads telephone numbers in steps, between which main handles other events. Afterwards, importing it takes no time. */
export function loadPhoneNumbers(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  await import('./phone-rules');
  await setImmediate();
  await import('./phone-numbers');
  await setImmediate();
}
