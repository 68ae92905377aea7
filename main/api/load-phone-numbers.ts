import { setImmediate } from 'node:timers/promises';

let loading: ReturnType<typeof load> | undefined;

/** Loads what reads telephone numbers in steps, between which main handles other events. Afterwards, importing it takes no time. */
export function loadPhoneNumbers(): ReturnType<typeof load> {
  loading ??= load();
  return loading;
}

async function load() {
  await import('./phone-rules');
  await setImmediate();
  const phoneNumbers = await import('./phone-numbers');
  await setImmediate();
  return phoneNumbers;
}
