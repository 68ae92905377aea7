import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { CardNumberFormat, SearchAnswer, SearchHit } from '../../../preload/contract/domain';
import type { Problem } from '../../../preload/contract/problem';
import { type Loadable, problemOf } from '../../loadable';
import { recognise, searchesWhileTyping } from './recognise';

/** After the last key of a name; long enough for a fluent typist, short enough to feel at once. */
const typingPauseMs = 220;

export interface SearchState {
  text: string;
  /** The text that `answer` is about; the box may hold more by now. */
  askedText: string;
  format: CardNumberFormat | undefined;
  answer: Loadable<SearchAnswer>;
  /** Index of the option the arrow keys are on; -1 until one is chosen among several. */
  active: number;
  typed: (text: string) => void;
  /** Enter: searches now; with a current answer opens the active option, or makes the first one active. */
  entered: () => void;
  /** The same digits as a card number of another format. */
  formatChosen: (format: CardNumberFormat) => void;
  moved: (by: 1 | -1) => void;
  chosen: (hit: SearchHit) => void;
  retried: () => void;
  /** Esc: stops a running search, else empties the box. */
  escaped: () => void;
  cleared: () => void;
}

/** The search box and its results. @param onOpen told of the customer the agent opened, or the only one found */
export function createSearchStore(
  api: Pick<RingsideCalls, 'customer' | 'search'>,
  onOpen: (hit: SearchHit) => void,
) {
  let turn = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;

  return createStore<SearchState>()((set, get) => {
    async function ask(retried?: Problem): Promise<void> {
      clearTimeout(typing);
      const { text, format } = get();
      const reading = recognise(text, format);
      if (!reading) return;
      turn += 1;
      const mine = turn;
      set({ askedText: text.trim(), answer: { state: 'loading', retried }, active: -1 });
      const outcome = await api.customer.search(reading);
      if (mine !== turn) return;
      if (!outcome.ok) {
        set({ answer: { state: 'failed', problem: outcome.problem } });
        return;
      }
      set({ answer: { state: 'ready', value: outcome.value, asOf: Date.now() } });
      const [only, another] = outcome.value.hits;
      if (only && !another) get().chosen(only);
    }

    /** Drops whatever is under way, so that no late answer lands under another text. */
    function stop(): boolean {
      clearTimeout(typing);
      const running = get().answer.state === 'loading';
      turn += 1;
      if (running) void api.search.cancel();
      return running;
    }

    return {
      text: '',
      askedText: '',
      format: undefined,
      answer: { state: 'idle' },
      active: -1,

      typed(text) {
        stop();
        const reading = recognise(text);
        set({
          text,
          format: undefined,
          ...(text.trim() === '' && { answer: { state: 'idle' }, askedText: '' }),
        });
        if (get().answer.state === 'loading') set({ answer: { state: 'idle' } });
        if (reading && searchesWhileTyping(reading)) typing = setTimeout(() => void ask(), typingPauseMs);
      },
      entered() {
        const { answer, askedText, text, active } = get();
        if (answer.state === 'loading' && askedText === text.trim()) return;
        const hits = answer.state === 'ready' && askedText === text.trim() ? answer.value.hits : [];
        const hit = hits[active];
        if (hit) get().chosen(hit);
        // Among several nobody is opened unchosen: a hurried second Enter would show somebody else's account.
        else if (hits.length > 0) get().moved(1);
        else void ask();
      },
      formatChosen(format) {
        set({ format });
        void ask();
      },
      moved(by) {
        const { answer, active } = get();
        const count = answer.state === 'ready' ? Math.min(answer.value.hits.length, mostShown) : 0;
        set({ active: Math.max(0, Math.min(count - 1, active + by)) });
      },
      chosen(hit) {
        const { answer } = get();
        if (answer.state === 'ready') set({ active: Math.max(0, answer.value.hits.indexOf(hit)) });
        onOpen(hit);
      },
      retried() {
        void ask(problemOf(get().answer));
      },
      escaped() {
        if (stop()) set({ answer: { state: 'failed', problem: { kind: 'cancelled' } } });
        else get().cleared();
      },
      cleared() {
        stop();
        set({ text: '', askedText: '', format: undefined, answer: { state: 'idle' }, active: -1 });
      },
    };
  });
}

/** Options drawn at once; the count above the list always tells how many there are. */
export const mostShown = 200;
