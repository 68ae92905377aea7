import { type CustomerRecord, money } from './api-records';
import { type ContractPlan, contractId, ended, running, subContract } from './contracts';
import type { Example } from './example';
import { picturedBookings } from './example-bookings';

/** What a customer of the reference picture has. Customers 1001 and 9127 share it. */
export function pictured(id: string) {
  return {
    account: {
      accountBalance: money('-89.70'),
      consumptionCredit: money('12.50'),
      dunningLevel: 'Dunning Level 1',
      inDebtCollection: true,
    },
    bookings: picturedBookings,
    contracts: contractsOf(id),
  } satisfies Partial<Example>;
}

/** One contract since 2019, and an ended one before it. */
function contractsOf(id: string): ContractPlan {
  return (today) => {
    const year = Number(today.slice(0, 4));
    const basic = {
      id: contractId(id, 1),
      startDate: '2016-02-01',
      rateName: 'Basic',
      price: money('19.90'),
    };
    const premium = { id: contractId(id), startDate: '2019-02-01' };
    return [
      ended(basic, '2019-01-31'),
      running(today, premium, {
        endDate: `${year + 2}-01-31`,
        lastPossibleCancellationDate: `${year + 1}-10-31`,
        moduleContracts: [subContract(contractId(id, 50), 'Sauna', '2019-02-01', '5.00')],
      }),
    ];
  };
}

/** A pause of the contract in January of the next year. */
export function picturedPause(id: string, today: string): Partial<CustomerRecord> {
  const year = Number(today.slice(0, 4)) + 1;
  const pause = { startDate: `${year}-01-01`, endDate: `${year}-01-31`, reason: 'Illness' };
  const contract = { id: contractId(id), rateName: 'Premium' };
  return { idlePeriods: [{ id: contractId(id, 90), ...pause, contract, unlimited: false }] };
}
