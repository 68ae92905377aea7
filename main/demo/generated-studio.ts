import type { CustomerRecord, DemoCustomer } from './api-records';
import type { DemoChain } from './chains';
import { fullRecord } from './full-customer-record';
import { debtorIdOf } from './invented-customers';
import { Studio } from './studio-data';

/** ID of the first customer; the others follow without gap. */
export const firstGeneratedId = 600_001;

const names = ['Ba', 'Be', 'Bi', 'Bo', 'Bu', 'Ka', 'Le', 'Mo', 'Ri', 'Sa', 'Te', 'Wo'];

/** The chain with the generated studio. */
export const generatedChain: DemoChain = {
  path: '/generated',
  studios: [{ number: 7, id: '1410000100', name: 'Generated Gym', city: 'Leipzig', customers: 0 }],
};

/** A studio of any size, whose customers are made at every request from their IDs and not stored. */
export class GeneratedStudio extends Studio {
  constructor(
    private readonly size: number,
    today: () => string,
  ) {
    super(generatedPlan, today);
  }

  override customers(): DemoCustomer[] {
    return Array.from({ length: this.size }, (_, index) => customer(firstGeneratedId + index));
  }

  override customer(id: string): DemoCustomer | undefined {
    const number = Number(id);
    const isHere = number >= firstGeneratedId && number < firstGeneratedId + this.size;
    return isHere ? customer(number) : undefined;
  }

  override listed(status: string, after: bigint, count: number): CustomerRecord[] {
    const found: CustomerRecord[] = [];
    const end = firstGeneratedId + this.size;
    for (let id = Math.max(firstGeneratedId, Number(after) + 1); id < end && found.length < count; id += 1)
      if (statusOf(id) === status) found.push(customer(id).record);
    return found;
  }
}

const [generatedPlan] = generatedChain.studios as [DemoChain['studios'][0]];

/** Every tenth customer is a former member, every twentieth a prospect. */
function statusOf(id: number): string {
  return id % 10 === 3 ? 'FORMER_MEMBER' : id % 20 === 7 ? 'PROSPECT' : 'MEMBER';
}

function customer(id: number): DemoCustomer {
  const prefix = names[id % names.length] ?? '';
  const record = fullRecord(id, prefix, Number(generatedPlan.id));
  return { record: { ...record, status: statusOf(id) }, debtorId: debtorIdOf(String(id)) };
}
