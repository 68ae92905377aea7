import { attack, pageAttack } from './fixtures';

/** Pressed first, because Chromium refuses much without a user gesture. */
const anyKey = 'Control+L';

pageAttack('permissionStates', async () => {
  const names = [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'clipboard-read',
    'midi',
    'persistent-storage',
    'screen-wake-lock',
    'storage-access',
    'window-management',
    'local-fonts',
    'idle-detection',
  ];
  const states = names.map(async (name) => {
    try {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return state === 'denied' ? [] : [`${name} ${state}`];
    } catch {
      return [];
    }
  });
  const open = (await Promise.all(states)).flat();
  return open.length === 0 ? 'all denied' : open.join(', ');
});

attack('devices', async ({ range: { page } }) => {
  await page.keyboard.press(anyKey);
  return page.evaluate(async () => {
    const { navigator } = window;
    const hardware = (name: string) => Reflect.get(navigator, name);
    return [
      await window.attempt(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      await window.attempt(() => navigator.mediaDevices.getDisplayMedia()),
      await window.attempt(
        () => new Promise((done, no) => navigator.geolocation.getCurrentPosition(done, no)),
      ),
      await window.attempt(() => navigator.requestMIDIAccess({ sysex: true })),
      await window.attempt(() => hardware('usb').requestDevice({ filters: [] })),
      await window.attempt(() => hardware('serial').requestPort()),
      await window.attempt(async () => {
        if ((await hardware('hid').requestDevice({ filters: [] })).length === 0) throw new Error('none');
      }),
      await window.attempt(() => hardware('bluetooth').requestDevice({ acceptAllDevices: true })),
    ].join(', ');
  });
});

attack('readClipboard', async ({ ownRange }) => {
  const { page, desk } = await ownRange();
  await page.evaluate(() => window.ringside.clipboard.write({ text: 'what another program copied' }));
  await desk.box.focus();
  return page.evaluate(async () => {
    const box = document.querySelector('input');
    const before = box?.value;
    const read = await window.attempt(() => navigator.clipboard.readText());
    document.execCommand('paste');
    return `${read}, ${box?.value === before ? 'nothing pasted' : 'pasted'}`;
  });
});

attack('writeClipboard', async ({ ownRange }) => {
  const { page } = await ownRange();
  await page.keyboard.press(anyKey);
  return page.evaluate(() => window.attempt(() => navigator.clipboard.writeText('Bullock')));
});

attack('notify', async ({ range: { page } }) => {
  await page.keyboard.press(anyKey);
  return page.evaluate(async () => {
    const answer = await Notification.requestPermission();
    const shown = await new Promise((done) => {
      const notification = new Notification('Ringside', { body: 'Sign in again' });
      notification.onshow = () => done('shown');
      notification.onerror = () => done('not shown');
    });
    return `${answer}, ${shown}`;
  });
});

attack('takeTheScreen', async ({ range: { page } }) => {
  await page.keyboard.press(anyKey);
  return page.evaluate(async () => {
    // Neither promise settles after a refusal.
    void document.documentElement.requestFullscreen();
    void document.body.requestPointerLock();
    await window.ringside.call.recent();
    const taken = [document.fullscreenElement && 'the screen', document.pointerLockElement && 'the pointer'];
    return taken.filter(Boolean).join(', ') || 'neither';
  });
});

attack('download', async ({ openDevelopment }) => {
  const { app, page, desk } = await openDevelopment(['--demo']);
  await desk.box.waitFor();
  // Registered after Ringside's listener, which decides.
  await app.evaluate(({ session }) => {
    const decided = new Promise<string>((told) => {
      session.fromPartition('page').once('will-download', (event, item) => {
        told(event.defaultPrevented ? `${item.getFilename()} refused` : 'saved');
      });
    });
    // A promise that only the debugger holds may be collected before it resolves.
    Object.assign(globalThis, { decided });
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['Bullock']));
    link.download = 'customers.csv';
    document.body.append(link);
    link.click();
    link.remove();
  });
  return app.evaluate(() => (globalThis as unknown as { decided: Promise<string> }).decided);
});
