import { describe, expect, it } from 'vitest';
import type { UpdateState } from '../../preload/contract/updates';
import { type Timers, type UpdateEngine, UpdateService } from './service';
import { UpdateRefused } from './update-refused';

/** Fake timers. */
class Clock implements Timers {
  now = 0;
  #due: { at: number; work: () => void }[] = [];

  after(ms: number, work: () => void) {
    const entry = { at: this.now + ms, work };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((each) => each !== entry);
    };
  }
  random = () => 0.5;

  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      await settled();
      const next = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#due = this.#due.filter((each) => each !== next);
      this.now = next.at;
      next.work();
    }
    this.now = end;
    await settled();
  }
}

/** Lets all pending promises continue. */
const settled = () => new Promise<void>((done) => setImmediate(done));

const minute = 60_000;

function desk(engine: Partial<UpdateEngine> = {}, left?: string) {
  const clock = new Clock();
  const told: UpdateState[] = [];
  const state = { open: false, idle: 0, installs: 0 };
  const service = new UpdateService(
    {
      check: async () => '1.1.0',
      download: async () => undefined,
      install: () => {
        state.installs += 1;
      },
      ...engine,
    },
    { isOpen: () => state.open, idleSeconds: () => state.idle },
    (now) => told.push(now),
    left,
    clock,
  );
  return { clock, told, state, service };
}

it('checks at start and about every four hours', async () => {
  let checks = 0;
  const { clock, service } = desk({
    check: async () => {
      checks += 1;
      return undefined;
    },
  });
  service.start();
  await clock.pass(0);
  expect(checks).toBe(1);
  await clock.pass(239 * minute);
  expect(checks).toBe(1);
  await clock.pass(2 * minute);
  expect(checks).toBe(2);
  await clock.pass(24 * 60 * minute);
  expect(checks).toBe(8);
});

it('downloads in the background and reports progress', async () => {
  const { told, service } = desk({
    download: async (progress) => {
      for (const percent of [10, 10.4, 55, 100]) progress(percent);
    },
  });
  await service.check();
  expect(told).toEqual([
    { phase: 'checking' },
    { phase: 'downloading', version: '1.1.0', percent: 0 },
    { phase: 'downloading', version: '1.1.0', percent: 10 },
    { phase: 'downloading', version: '1.1.0', percent: 55 },
    { phase: 'downloading', version: '1.1.0', percent: 100 },
    { phase: 'ready', version: '1.1.0' },
  ]);
});

describe('an update that is ready', () => {
  it('waits while a customer is open, and for an idle desk', async () => {
    const { clock, state, service } = desk();
    state.open = true;
    state.idle = 3_600;
    await service.check();
    await clock.pass(600 * minute);
    expect(state.installs).toBe(0);
    state.open = false;
    state.idle = 30;
    await clock.pass(10 * minute);
    expect(state.installs).toBe(0);
    state.idle = 600;
    await clock.pass(minute);
    expect(state.installs).toBe(1);
  });

  it('is installed immediately when the agent asks', async () => {
    const { state, service } = desk();
    state.open = true;
    await service.check();
    service.install();
    expect(state.installs).toBe(1);
  });

  it('is not checked again', async () => {
    const { told, service } = desk();
    await service.check();
    const before = told.length;
    await service.check();
    expect(told).toHaveLength(before);
  });

  it('reports when it cannot be installed, and is offered again', async () => {
    const { service } = desk({
      install: () => {
        throw new Error('mv: read-only');
      },
    });
    await service.check();
    service.install();
    expect(service.state()).toEqual({ phase: 'failed', fault: 'notInstalled' });
    await service.check();
    expect(service.state().phase).toBe('ready');
  });
});

it('nothing is installed that is not ready', () => {
  const { state, service } = desk();
  service.install();
  expect(state.installs).toBe(0);
});

it('a download without progress for a minute is cancelled; one with progress is not', async () => {
  let move = (_percent: number) => {};
  const { clock, service } = desk({
    download: (progress, signal) =>
      new Promise((_, failed) => {
        move = progress;
        signal.addEventListener('abort', () => failed(new Error('cancelled')));
      }),
  });
  const check = service.check();
  for (let percent = 1; percent < 5; percent += 1) {
    await clock.pass(59_000);
    move(percent);
  }
  expect(service.state()).toMatchObject({ phase: 'downloading', percent: 4 });
  await clock.pass(minute);
  await check;
  expect(service.state()).toEqual({ phase: 'failed', fault: 'timeout' });
});

it('an interrupted download is restarted, three times in total', async () => {
  let downloads = 0;
  const { service } = desk({
    download: async () => {
      downloads += 1;
      if (downloads < 3) throw new Error('net::ERR_CONTENT_LENGTH_MISMATCH');
    },
  });
  await service.check();
  expect([downloads, service.state().phase]).toEqual([3, 'ready']);
});

it.each(['notSigned', 'badManifest', 'tampered', 'noManifest'] as const)(
  'what is %s is refused without another try, and checked again later',
  async (fault) => {
    let checks = 0;
    const { clock, state, service } = desk({
      check: async () => {
        checks += 1;
        throw new UpdateRefused(fault);
      },
    });
    service.start();
    await clock.pass(minute);
    expect(service.state()).toEqual({ phase: 'failed', fault });
    await clock.pass(250 * minute);
    expect([checks, state.installs]).toEqual([2, 0]);
  },
);

it('does not install a version again that did not start, and installs the next one', async () => {
  let offered = '1.1.0';
  const { service } = desk({ check: async () => offered }, '1.1.0');
  expect(service.state()).toEqual({ phase: 'wentBack', version: '1.1.0' });
  await service.check();
  expect(service.state()).toEqual({ phase: 'wentBack', version: '1.1.0' });
  offered = '1.1.1';
  await service.check();
  expect(service.state()).toEqual({ phase: 'ready', version: '1.1.1' });
});
