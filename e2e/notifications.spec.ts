import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { runToExit } from './launch';
import { policySwitch } from './policy-switch';
import { demoArgs } from './saved-studios';
import { startBus } from './secret-service';
import { start } from './spawned-process';

const run = promisify(execFile);

/** A desktop that shows notifications: dunst on a private D-Bus, and what programs send to it. */
async function startNotifications(home: string, display: string) {
  const bus = await startBus(home);
  const env = { DBUS_SESSION_BUS_ADDRESS: bus.address };
  const all = { ...process.env, HOME: home, DISPLAY: display, ...env };
  const rule = "type='method_call',interface='org.freedesktop.Notifications'";
  const monitor = start('dbus-monitor', ['--session', rule], {
    env: all,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let heard = '';
  await new Promise<void>((resolve) =>
    monitor.child.stdout?.on('data', (data) => {
      heard += data;
      // The bus takes the name away when the connection has become a monitor.
      if (heard.includes('member=NameLost')) resolve();
    }),
  );
  const server = start('dunst', [], { env: all, stdio: 'ignore' });
  await run('gdbus', ['wait', '--session', '--timeout', '60', 'org.freedesktop.Notifications'], { env: all });
  return {
    env,
    heard: () => heard,
    displayed: async () => Number((await run('dunstctl', ['count', 'displayed'], { env: all })).stdout),
    click: () => run('dunstctl', ['action'], { env: all }),
    async end() {
      for (const each of [server, monitor, bus]) await each.end();
    },
  };
}

for (const isAllowed of [true, false])
  test(`a call to a window in the background is ${isAllowed ? 'shown without the caller, and a click brings the window' : 'not shown without the policy'}`, async ({
    launch,
    home,
    display,
  }) => {
    test.skip(process.platform !== 'linux', 'Elsewhere nothing tells which notifications the system shows.');
    const notifications = await startNotifications(home, display);
    const { env } = notifications;
    try {
      const args = [...demoArgs, await policySwitch(home, { callNotifications: isAllowed })];
      const { app, page, desk } = await launch(args, env);
      const isVisible = () =>
        app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
      await desk.find('9003');
      await expect(desk.money('Balance')).toContainText('€0.00');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
      // A lookup that is no call.
      expect((await runToExit(['--customer=1001'], { home, display, env })).code).toBe(0);
      await expect(page.getByRole('region', { name: 'Another lookup is waiting:' })).toBeVisible();
      for (const number of ['+4930901820', '+4930901821'])
        expect((await runToExit([`--call=${number}`], { home, display, env })).code).toBe(0);
      await expect(page.getByRole('region', { name: 'Another call is waiting:' })).toBeVisible();
      // The second call's replaces the first.
      await expect.poll(notifications.displayed).toBe(isAllowed ? 1 : 0);
      const texts = [...notifications.heard().matchAll(/string "(.*\bcall\b.*)"/g)].map(([, text]) => text);
      const ofOne = ['Incoming call', 'A call is waiting in Ringside.'];
      expect(texts).toEqual(isAllowed ? [...ofOne, ...ofOne] : []);
      expect(notifications.heard()).not.toMatch(/90182|Bullock|Edgar|1001/);
      expect(await isVisible()).toBe(false);
      if (!isAllowed) return;
      await notifications.click();
      await expect.poll(isVisible).toBe(true);
      await expect.poll(notifications.displayed).toBe(0);
      await expect(desk.money('Balance')).toContainText('€0.00');
    } finally {
      await notifications.end();
    }
  });
