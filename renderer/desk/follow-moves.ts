import type { Ringside } from '../../preload/contract/api';
import type { FoundCustomer } from '../../preload/contract/domain';
import type { ProblemKind } from '../../preload/contract/problem';
import { keyOf } from '../customer-ref';
import { problemOf } from '../loadable';
import type { Stores } from './stores';

/** Problems of a home studio for a customer who may have moved; the API does not document which one it answers. */
const mayHaveMoved: ReadonlySet<ProblemKind> = new Set(['forbidden', 'forbiddenOtherStudio', 'notFound']);

/**
 * Looks for the new studio of a customer whom the home studio refuses: asks the chain once for each opened customer.
 *
 * @param onMoved called with the customer at another studio
 */
export function followMoves(
  ringside: Pick<Ringside, 'customer'>,
  account: Stores['account'],
  onMoved: (home: FoundCustomer) => void,
) {
  let askedFor: string | undefined;

  async function look(): Promise<void> {
    const { key: ref, content } = account.getState();
    const problem = problemOf(content);
    const key = keyOf(ref);
    if (!ref || !problem || !mayHaveMoved.has(problem.kind) || askedFor === key) return;
    askedFor = key;
    const home = await ringside.customer.home({ studio: ref.studio, id: ref.id });
    const isOpen = account.getState().key === ref;
    if (home.ok && isOpen && home.value.studio !== ref.studio) onMoved(home.value);
  }
  account.subscribe(() => void look());

  return {
    /** Resets it when another customer is opened or the call ends. */
    begin(): void {
      askedFor = undefined;
    },
  };
}
