import type { RingsideCalls } from '../../../preload/contract/api';
import type { Connection } from '../../../preload/contract/calls';
import type { Outcome } from '../../../preload/contract/problem';
import type { ConnectionState } from './connection-store';

/** What the actions read and change. */
interface Context {
  get: () => ConnectionState;
  set: (change: Partial<ConnectionState>) => void;
  /** Makes one change of the connection at a time. */
  change: (call: () => Promise<Outcome<Connection>>) => Promise<void>;
}

/** Actions on one studio of the list: remove, rename and test. */
export function studioActions(
  api: RingsideCalls['connection'],
  { get, set, change }: Context,
): Pick<ConnectionState, 'removePressed' | 'renamed' | 'testPressed' | 'proxyOpened'> {
  return {
    async removePressed(studio) {
      if (get().confirming === studio) {
        await change(() => api.remove({ studio }));
        if (get().connection.mode !== 'none' && !get().problem) set({ open: true });
      } else set({ confirming: studio });
    },
    async renamed(studio, name) {
      const outcome = await api.rename({ studio, name });
      if (!outcome.ok) set({ problem: outcome.problem });
    },
    async testPressed(studio) {
      if (get().busy) return;
      const { [studio]: _, ...others } = get().tested;
      set({ busy: true, problem: undefined, tested: others });
      const outcome = await api.test({ studio });
      set(
        outcome.ok
          ? { busy: false, tested: { ...get().tested, [studio]: outcome.value } }
          : { busy: false, problem: outcome.problem },
      );
    },
    proxyOpened() {
      const { problem, tested, key, connectPressed, testPressed } = get();
      for (const [studio, test] of Object.entries(tested))
        if (test.problem?.kind === 'proxyLogin') void testPressed(studio);
      if (problem?.kind === 'proxyLogin' && key !== '') void connectPressed();
    },
  };
}
