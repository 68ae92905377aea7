import {
  type AccountBalances,
  type CheckInRecord,
  type ContractRecord,
  type CustomerRecord,
  type DemoCustomer,
  money,
} from './api-records';
import { type BookingPlan, bookingsOn, formerly, regular } from './bookings';
import { type DemoStudioPlan, movedTo } from './chains';
import { checkInsOn, inventVisits } from './check-ins';
import { inventContracts } from './contracts';
import { type Example, exampleCustomer } from './example';
import { examples } from './examples';
import type { InvalidParameter } from './invalid-parameter';
import { inventCustomers } from './invented-customers';
import { random } from './random';

/** Data of one studio of the demo server. IDs are decimal strings. */
export class Studio {
  readonly #invented: DemoCustomer[];
  /** Customers of the studio as of a day. */
  #asOf: { day: string; own: ReadonlyMap<string, DemoCustomer> } | undefined;
  readonly #examples: ReadonlyMap<string, Example>;
  /** All studios of the chain, this one first. */
  readonly #chain: Studio[] = [this];

  /** @param size number of invented customers of the first studio; a few hundred when absent */
  constructor(
    readonly plan: DemoStudioPlan,
    private readonly today: () => string,
    size?: number,
  ) {
    const { number, customers } = plan;
    const own = examples.filter(({ id, studio = 1 }) => studio === number || movedTo[id] === number);
    this.#examples = new Map(own.map((example) => [example.id, homeAt(example, number)]));
    this.#invented = inventCustomers(number, customers ?? size);
  }

  get #own(): ReadonlyMap<string, DemoCustomer> {
    const day = this.today();
    if (this.#asOf?.day !== day) {
      const shown = [...this.#examples.values()].map((example) => exampleCustomer(example, day));
      this.#asOf = { day, own: byId([...shown, ...this.#invented]) };
    }
    return this.#asOf.own;
  }

  /** Adds the other studios of the chain. */
  join(chain: readonly Studio[]): void {
    this.#chain.push(...chain.filter((studio) => studio !== this));
  }

  /** Customers in the order of their IDs; with those of the other studios when `chain` is true. */
  customers(chain: boolean): DemoCustomer[] {
    const studios = chain ? this.#chain : [this];
    const all = new Map<string, DemoCustomer>();
    // A customer who moved is listed by the old studio first.
    for (const studio of studios)
      for (const [id, customer] of studio.#own) if (!all.has(id)) all.set(id, customer);
    return [...all.values()];
  }

  /** Up to `count` customers with this status and an ID above `after`, as `GET /v1/customers` has them. */
  listed(status: string, after: bigint, count: number): CustomerRecord[] {
    const found = this.customers(false).filter(
      ({ record }) => record.status === status && BigInt(record.id.text) > after,
    );
    return found
      .slice(0, count)
      .map(({ record }) => ({ ...record, ...this.example(record.id.text)?.listedAs }));
  }

  /** `elsewhere`: the customer exists in another studio. */
  customer(id: string, chain: boolean): DemoCustomer | 'elsewhere' | undefined {
    const own = this.#own.get(id);
    if (own && !chain) return own;
    const found = this.#chain.map((studio) => studio.#own.get(id)).filter((each) => each !== undefined);
    // The record of a customer who moved is that of the new studio.
    if (chain) return found.at(-1);
    return found.length > 0 ? 'elsewhere' : undefined;
  }

  example(id: string): Example | undefined {
    return this.#examples.get(id);
  }

  account(id: string): AccountBalances {
    return this.example(id)?.account ?? inventAccount(id);
  }

  /** Check-ins of the requested days, newest first, or what is invalid. */
  checkIns({ id, status }: CustomerRecord, query: URLSearchParams): CheckInRecord[] | InvalidParameter {
    const here = { studioId: Number(this.plan.id), studioName: this.plan.name };
    const invented = status === 'MEMBER' ? inventVisits(id.text, here) : () => [];
    return checkInsOn(id.text, this.example(id.text)?.visits ?? invented, this.today(), query);
  }

  bookings({ id, status }: CustomerRecord) {
    const plan = this.example(id.text)?.bookings ?? inventBookings(id.text, status);
    return bookingsOn(id.text, plan, this.today());
  }

  contracts(record: CustomerRecord): ContractRecord[] {
    const { past, upcoming } = this.bookings(record);
    const plan = this.example(record.id.text)?.contracts;
    return plan?.(this.today()) ?? inventContracts(record, [...upcoming, ...past], this.today());
  }
}

/** A customer who moved, as the new studio has them: it answers for them. */
function homeAt(example: Example, number: number): Example {
  if (movedTo[example.id] !== number) return example;
  const { fault: _, ...others } = example;
  return { ...others, studio: number };
}

function inventAccount(id: string): AccountBalances {
  const draw = random(Number(id));
  const cents = Math.floor(draw() * 20_000) - 10_000;
  const amount = draw() < 0.4 ? '0.00' : (cents / 100).toFixed(2);
  const isDunned = amount.startsWith('-') && draw() < 0.5;
  return {
    accountBalance: money(amount),
    ...(draw() < 0.8 && { consumptionCredit: money((Math.floor(draw() * 40) / 2).toFixed(2)) }),
    ...(isDunned && { dunningLevel: `Dunning Level ${1 + Math.floor(draw() * 3)}` }),
    inDebtCollection: isDunned && draw() < 0.3,
  };
}

function inventBookings(id: string, status: string): BookingPlan {
  if (status === 'PROSPECT') return () => [];
  const draw = random(Number(id));
  const isFormer = status === 'FORMER_MEMBER';
  const plan = regular({
    past: 6 + Math.floor(draw() * 60),
    upcoming: isFormer ? 0 : 12,
    open: Math.floor(draw() * 3),
    amount: ['19.90', '24.90', '29.90', '39.50'][Math.floor(draw() * 4)] ?? '29.90',
  });
  return isFormer ? formerly(plan) : plan;
}

function byId(customers: DemoCustomer[]): Map<string, DemoCustomer> {
  const sorted = customers.sort((a, b) => Number(BigInt(a.record.id.text) - BigInt(b.record.id.text)));
  return new Map(sorted.map((customer) => [customer.record.id.text, customer]));
}
