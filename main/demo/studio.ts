import { type BookingPlan, planBookings } from './bookings';
import { type Example, exampleCustomer, examples } from './examples';
import { Digits } from './json';
import { type DemoAccount, type DemoBooking, type DemoCustomer, money, random } from './model';
import { inventPeople, secrets } from './people';

/** Everything the demo server knows, looked up the ways the API offers. */
export class Studio {
  readonly #byId = new Map<string, DemoCustomer>();
  readonly #examples = new Map(examples.map((example) => [example.id, example]));
  /** Customers of the chain's second studio, which a key of the first may not read. */
  readonly #others = new Map<string, DemoCustomer>();

  constructor(private readonly today: () => string) {
    for (const customer of [...pictured, ...examples.map(exampleCustomer), ...inventPeople(1)])
      this.#byId.set(customer.id.text, customer);
    for (const customer of inventPeople(2, 20)) this.#others.set(customer.id.text, customer);
  }

  customers(chain: boolean): DemoCustomer[] {
    return [...this.#byId.values(), ...(chain ? this.#others.values() : [])];
  }

  /** `elsewhere`: it exists, in the chain's other studio. */
  customer(id: string, chain: boolean): DemoCustomer | 'elsewhere' | undefined {
    const other = this.#others.get(id);
    return this.#byId.get(id) ?? (other && !chain ? 'elsewhere' : other);
  }

  example(id: string): Example | undefined {
    return this.#examples.get(id);
  }

  account(id: string): DemoAccount {
    const made = this.#examples.get(id)?.account ?? (id === '1001' ? picturedAccount : undefined);
    if (made) return made;
    const draw = random(Number(id));
    const cents = Math.floor(draw() * 20_000) - 10_000;
    const amount = draw() < 0.4 ? '0.00' : (cents / 100).toFixed(2);
    const dunned = amount.startsWith('-') && draw() < 0.5;
    return {
      accountBalance: money(amount),
      ...(draw() < 0.8 && { consumptionCredit: money((Math.floor(draw() * 40) / 2).toFixed(2)) }),
      ...(dunned && { dunningLevel: `Dunning Level ${1 + Math.floor(draw() * 3)}` }),
      inDebtCollection: dunned && draw() < 0.3,
    };
  }

  bookings(id: string, period: 'past' | 'upcoming'): DemoBooking[] {
    const draw = random(Number(id.slice(-9)));
    const invented: BookingPlan = {
      past: 6 + Math.floor(draw() * 60),
      upcoming: 12,
      open: Math.floor(draw() * 3),
    };
    const plan = this.#examples.get(id)?.bookings ?? (id === '1001' ? picturedBookings : invented);
    return planBookings(id, plan, this.today())[period];
  }
}

/** The customers of the design's picture. */
const pictured: DemoCustomer[] = [
  {
    ...person(1001, '1-12345', 'Edgar', 'Bullock', '1952-05-04', 'Munich'),
    secondFirstName: 'Thomas',
    secondLastName: 'Meyer',
    email: 'example@email.com',
    houseNumber: '89',
  },
  { ...person(1002, '1-10877', 'Edgar', 'Bullock', '1981-11-19', 'Augsburg'), status: 'FORMER_MEMBER' },
  { ...person(1003, '2-00419', 'Edgardo', 'Bullock-Meyer', '2003-02-02', 'Munich'), status: 'PROSPECT' },
  person(1004, '1-11902', 'Şule', 'Öztürk', '1994-07-30', 'Munich'),
  person(1005, '1-09114', 'Łucja', 'Nowak', '1988-12-13', 'Munich'),
  // Two of one name, told apart by number, birth date and city alone.
  person(1006, '1-20001', 'Thomas', 'Müller', '1970-03-12', 'Munich'),
  person(1007, '1-20002', 'Thomas', 'Müller', '1999-08-25', 'Augsburg'),
];

function person(
  id: number,
  number: string,
  first: string,
  last: string,
  born: string,
  city: string,
): DemoCustomer {
  return {
    id: new Digits(String(id)),
    status: 'MEMBER',
    accessRefusal: false,
    customerNumber: number,
    firstName: first,
    lastName: last,
    dateOfBirth: born,
    email: `customer.${id}@example.com`,
    street: 'Am Bahnhof',
    houseNumber: String(id - 1000),
    zipCode: city === 'Munich' ? '12133' : '86150',
    city,
    country: 'DE',
    ...secrets(id, `${first} ${last}`),
    studioId: 1,
  };
}

const picturedAccount: DemoAccount = {
  accountBalance: money('-89.70'),
  consumptionCredit: money('12.50'),
  dunningLevel: 'Dunning Level 1',
  inDebtCollection: true,
};
const picturedBookings: BookingPlan = { past: 40, upcoming: 6, open: 2, installmentPlan: true };
