import { type BookingPlan, bookingsOn, regular } from './bookings';
import { type Example, exampleCustomer } from './example';
import { examples } from './examples';
import { type AccountBalances, type DemoCustomer, money } from './model';
import { inventPeople } from './people';
import { random } from './random';

const otherStudioSize = 20;

/** All data of the demo server. IDs are decimal strings. */
export class Studio {
  readonly #own: ReadonlyMap<string, DemoCustomer>;
  /** Customers of the chain's second studio, which the first studio's key may not read. */
  readonly #others: ReadonlyMap<string, DemoCustomer>;
  readonly #examples = new Map<string, Example>(examples.map((example) => [example.id, example]));

  /** @param size number of ordinary customers; a few hundred when absent */
  constructor(
    private readonly today: () => string,
    size?: number,
  ) {
    this.#own = byId([...examples.map(exampleCustomer), ...inventPeople(1, size)]);
    this.#others = byId(inventPeople(2, otherStudioSize));
  }

  /** Customers in the order of their IDs; with those of the second studio when `chain` is true. */
  customers(chain: boolean): DemoCustomer[] {
    return [...this.#own.values(), ...(chain ? this.#others.values() : [])];
  }

  /** `elsewhere`: the customer exists in another studio. */
  customer(id: string, chain: boolean): DemoCustomer | 'elsewhere' | undefined {
    const other = this.#others.get(id);
    return this.#own.get(id) ?? (other && !chain ? 'elsewhere' : other);
  }

  example(id: string): Example | undefined {
    return this.#examples.get(id);
  }

  account(id: string): AccountBalances {
    return this.example(id)?.account ?? inventAccount(id);
  }

  bookings(id: string) {
    return bookingsOn(id, this.example(id)?.bookings ?? inventBookings(id), this.today());
  }
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

function inventBookings(id: string): BookingPlan {
  const draw = random(Number(id));
  return regular({
    past: 6 + Math.floor(draw() * 60),
    upcoming: 12,
    open: Math.floor(draw() * 3),
    amount: ['19.90', '24.90', '29.90', '39.50'][Math.floor(draw() * 4)] ?? '29.90',
  });
}

function byId(customers: DemoCustomer[]): Map<string, DemoCustomer> {
  const sorted = customers.sort((a, b) => Number(BigInt(a.record.id.text) - BigInt(b.record.id.text)));
  return new Map(sorted.map((customer) => [customer.record.id.text, customer]));
}
