import type { CustomerRecord } from '../../main/demo/api-records';
import type { Agent, Away } from './agent';
import { callers, telephoned, typedFor } from './callers';
import type { DayApi } from './desk';

/** Half hours of a day, each of which ends with a measurement. */
export const halfHours = 20;
const hoursOfDay = 10;

/** What happens in a day, in number. A shorter day has as much of it as its lookups are of 2,000. */
const ofDay = { lookups: 2_000, newCalls: 300, failures: 40, switches: 30, holds: 20 };

/**
 * Half hours after which the agent leaves the desk. The page lives longest in the middle of the half hours that are judged, so that it
 * can show what grows in it, and main, which keeps what it found until a lock, is as full at their beginning as at their end.
 */
const breaks: Partial<Record<number, Away>> = {
  2: 'lock-screen',
  3: 'idle',
  4: 'lock-screen',
  5: 'suspend',
  6: 'lock-screen',
  8: 'lock-screen',
  16: 'lock-screen',
  18: 'lock-screen',
};

/** Half hours in whose middle the network ends. */
const outages = new Set([3, 10, 17]);

/** Places where the agent searches, in turns. */
const places = ['munich', 'city gym', 'all'] as const;

/** What an agent does in a day. */
export class WorkingDay {
  /** Lookups of the day so far. */
  lookups = 0;
  #place = 0;
  #isDeskEmpty = true;

  constructor(
    private readonly agent: Agent,
    private readonly api: DayApi,
    private readonly all: number,
  ) {}

  /** Does everything once, and what a half hour has. It does not count. */
  async warmUp(): Promise<void> {
    for (const how of ['lock-screen', 'suspend', 'idle'] as const) await this.#leave(how);
    while (this.lookups < this.all / halfHours) await this.#next();
    await this.#loseNetwork();
    await this.lookUpFirst();
    this.lookups = 0;
  }

  /** Everything until the end of a half hour, from 1. */
  async untilEndOf(halfHour: number): Promise<void> {
    const lookupsAt = (end: number) => Math.floor((end * this.all) / halfHours);
    while (this.lookups < lookupsAt(halfHour)) {
      await this.#next();
      if (outages.has(halfHour) && this.lookups === lookupsAt(halfHour - 0.5)) await this.#loseNetwork();
    }
  }

  /** The break after a half hour, and the time until the next. */
  async rest(halfHour: number): Promise<void> {
    const away = breaks[halfHour];
    if (away) await this.#leave(away);
    const hours = (halfHour / halfHours) * hoursOfDay - (await this.agent.hours());
    await this.agent.skip(Math.max(0, hours) * 3_600_000);
  }

  /** Opens the first customer in Munich. */
  async lookUpFirst(): Promise<void> {
    await this.#turnTo(0);
    const record = customer(callers.munich, 0);
    await this.agent.lookUp(typedFor(record, 0), record);
    this.#isDeskEmpty = false;
  }

  /** Looks up the next customer, and does what else is due. */
  async #next(): Promise<void> {
    const number = this.lookups;
    if (this.#isDue('switches')) await this.#turnTo(this.#place + 1);
    const isGym = places[this.#place] === 'city gym';
    if (this.#isDue('failures')) {
      if (isGym) await this.agent.switchTo('munich');
      await this.agent.fail();
      if (isGym) await this.agent.switchTo('city gym');
    } else if (!isGym && this.#isDeskEmpty && number % 3 === 0)
      await this.agent.answer(customer(telephoned, number));
    else if (!isGym && number % 25 === 7) await this.agent.searchName('Köhler');
    else {
      const record = customer(isGym ? callers.gym : callers.munich, number);
      await this.agent.lookUp(typedFor(record, number), record);
      if (this.#isDue('holds')) await this.agent.holdAndTakeBack();
      if (number % 10 === 3) await this.agent.lookAround();
      if (number % 50 === 13) await this.agent.dismissCall(customer(telephoned, number));
    }
    this.#isDeskEmpty = this.#isDue('newCalls');
    if (this.#isDeskEmpty) await this.agent.newCall();
    this.lookups += 1;
  }

  /** Whether the next switch, failure, hold or new call comes with this lookup: each kind is spread evenly over the day. */
  #isDue(what: keyof typeof ofDay): boolean {
    const soFar = (lookups: number) => Math.floor((lookups * ofDay[what]) / ofDay.lookups);
    return soFar(this.lookups + 1) > soFar(this.lookups);
  }

  async #turnTo(place: number): Promise<void> {
    this.#place = place % places.length;
    await this.agent.switchTo(places[this.#place] ?? '');
  }

  async #leave(how: Away): Promise<void> {
    await this.agent.leave(how);
    // A new page searches everywhere.
    await this.#turnTo(this.#place);
    this.#isDeskEmpty = true;
  }

  async #loseNetwork(): Promise<void> {
    // One studio: of several, some may answer again before the agent is told.
    await this.#turnTo(0);
    const record = customer(callers.munich, 0);
    await this.agent.loseNetwork(this.api.cut, typedFor(record, 0), record);
    this.#isDeskEmpty = false;
  }
}

function customer(of: readonly CustomerRecord[], index: number): CustomerRecord {
  const record = of[index % of.length];
  if (!record) throw new Error('Nobody calls');
  return record;
}
