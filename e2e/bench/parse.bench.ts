import { ListAnswer } from '../../main/api/answer-reader';
import { fieldFilter } from '../../main/api/json-projection';
import { customer, customerFields } from '../../main/api/schemas';
import { fullCustomer } from './customers';
import { limitRow, test } from './fixtures';
import { inTurns, record } from './record';

const runs = 15;
const customers = 5_000;
/** Size of a chunk that arrives at once, in bytes. */
const piece = 64 * 1024;

test('parse', async () => {
  limitRow(2);
  const body = Buffer.from(
    JSON.stringify(Array.from({ length: customers }, (_, index) => fullCustomer(100_000 + index, 'be'))),
  );
  const timed = (work: () => unknown[]) => async () => {
    const began = performance.now();
    const { length } = work();
    const ms = performance.now() - began;
    if (length !== customers) throw new Error(`${length} customers were read`);
    return ms;
  };
  record(
    'parse',
    await inTurns(
      runs,
      timed(() => read(body)),
      timed(() => JSON.parse(body.toString())),
    ),
  );
});

function read(body: Buffer): unknown[] {
  const reader = new ListAnswer(customer, fieldFilter(customerFields), undefined);
  for (let at = 0; at < body.length; at += piece) reader.take(body.subarray(at, at + piece));
  const outcome = reader.end();
  return outcome.ok ? outcome.value : [];
}
