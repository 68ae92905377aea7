import type { BalanceSign, Money } from '../../../preload/contract/domain';
import { sign } from '../../format/money';

/** Meaning of the balance's sign. It is not documented, so that without a policy the amount has none. */
export function meaningOf(
  balance: Money | undefined,
  balanceSign: BalanceSign,
): 'owes' | 'credit' | undefined {
  const direction = balance ? sign(balance.amount) : 0;
  if (direction === 0 || balanceSign === 'asSent') return undefined;
  return (balanceSign === 'negativeOwes') === direction < 0 ? 'owes' : 'credit';
}
