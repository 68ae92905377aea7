import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localToday } from '../../main/demo/calendar';
import { startDemoServer } from '../../main/demo/server';
import type { Launched } from '../launch';
import { phonePolicy } from '../phone-index';
import { canaryKey, saveStudios } from '../saved-studios';
import type { SecretService } from '../secret-service';
import { customersOfMunich } from './callers';

/** Factor of the clock in main and of the server: ten hours in ten minutes. */
const timeLapse = 60;

/** The demo server, which can be cut off. */
export interface DayApi {
  /** Ends the server and its connections. @returns starts it again at the same address */
  cut: () => Promise<() => Promise<void>>;
  close: () => Promise<void>;
}

/** Opens a desk with three studios, a telephone index that is made every two hours, and a full log. */
export async function openDesk(
  home: string,
  secrets: SecretService,
  launch: (args: string[], env: Record<string, string>, preloaded: string[]) => Promise<Launched>,
): Promise<{ api: DayApi; launched: Launched }> {
  const began = Date.now();
  const today = localToday(began);
  const options = {
    key: canaryKey,
    customers: customersOfMunich,
    slowMs: 50,
    // The server's minute is as short as that of main, so that its limit of requests is never reached.
    now: () => began + (Date.now() - began) * timeLapse,
    today: () => today,
  };
  let server = await startDemoServer(options);
  const studios = server.studios.filter(({ name }) => /Munich|Augsburg|City Gym/.test(name));
  await saveStudios(home, secrets, studios, { requestsPerMinute: 1_000 });
  await fillLog(join(home, 'Ringside', 'logs'));
  const everyTwoHours = { phoneLookup: 'inBackground', phoneIndexHours: 2, phoneIndexSpreadMinutes: 0 };
  const launched = await launch(
    ['--lang=en-GB', await phonePolicy(home, everyTwoHours)],
    { ...secrets.env, RINGSIDE_TIME_LAPSE: String(timeLapse) },
    [join(__dirname, 'time-lapse.cjs')],
  );
  const api = {
    async cut() {
      await server.close();
      return async () => {
        server = await startDemoServer({ ...options, port: Number(new URL(server.origin).port) });
      };
    },
    close: () => server.close(),
  };
  return { api, launched };
}

/** Fills the log as on a desk that has been used for weeks, so that it is rotated from the beginning. */
async function fillLog(folder: string): Promise<void> {
  const line = `${JSON.stringify({ event: 'call', endpoint: '/v1/customers/by', attempts: 1 })}\n`;
  const full = line.repeat(Math.floor((1024 * 1024 - 1024) / line.length));
  await mkdir(folder, { recursive: true });
  for (const name of ['ringside.log', ...[1, 2, 3, 4].map((age) => `ringside.${age}.log`)])
    await writeFile(join(folder, name), full, { mode: 0o600 });
}
