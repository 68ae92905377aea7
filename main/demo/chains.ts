/** What a request asks of a customer. */
export type Part = 'customer' | 'balances' | 'bookings' | 'contracts' | 'checkins';

/** A studio of the demo data. */
export interface DemoStudioPlan {
  /** Position among all studios, from 1; it seeds the invented customers. */
  number: number;
  /** `studioId` of the API. */
  id: string;
  name: string;
  city: string;
  /** Number of invented customers; the first studio has a few hundred. */
  customers?: number;
  /** What is special about its key. */
  keyIs?: 'slow' | 'rateLimited' | 'refused' | 'absent' | 'unableToReadStudio';
  /** What its key has no right to read. */
  cannotRead?: readonly Part[];
  /** True where the key may search all studios of the chain. */
  searchesChain?: true;
}

/** A tenant of the demo server: a chain of studios behind one address. */
export interface DemoChain {
  /** Path of its address on the server; empty for the root. */
  path: string;
  studios: DemoStudioPlan[];
}

/** All chains of the demo server; `docs/demo.md` lists their studios. */
export const demoChains: readonly DemoChain[] = [
  {
    path: '',
    studios: [
      { number: 1, id: '1210093500', name: 'Fit Example Munich', city: 'Munich', searchesChain: true },
      {
        number: 2,
        id: '1210093510',
        name: 'Fit Example Augsburg',
        city: 'Augsburg',
        customers: 20,
        keyIs: 'slow',
      },
      {
        number: 3,
        id: '1210093520',
        name: 'Fit Example Ulm',
        city: 'Ulm',
        customers: 20,
        keyIs: 'rateLimited',
      },
      {
        number: 4,
        id: '1210093530',
        name: 'Fit Example Nuremberg',
        city: 'Nuremberg',
        customers: 20,
        keyIs: 'refused',
      },
      {
        number: 5,
        id: '1210093540',
        name: 'Fit Example Regensburg',
        city: 'Regensburg',
        customers: 20,
        keyIs: 'absent',
      },
    ],
  },
  {
    path: '/city-gym',
    studios: [
      {
        number: 6,
        id: '1310004400',
        name: 'City Gym',
        city: 'Berlin',
        customers: 40,
        keyIs: 'unableToReadStudio',
        cannotRead: ['contracts', 'checkins'],
      },
    ],
  },
];

/** `studioId` of a studio by its number. */
export function studioIdOf(number: number): number {
  const studio = demoChains.flatMap(({ studios }) => studios).find((each) => each.number === number);
  return Number(studio?.id ?? number);
}

/** Number of the new studio, by ID of a customer whom the old studio still lists. */
export const movedTo: Readonly<Record<string, number>> = { '9701': 2 };
