import { createStore } from 'zustand/vanilla';
import type { RingsideCalls } from '../../../preload/contract/api';
import type {
  CardNumberFormat,
  Reading,
  SearchAnswer,
  SearchHit,
  SearchScope,
} from '../../../preload/contract/domain';
import { cardNumberFormats } from '../../../preload/contract/domain';
import { narrowed } from '../../../preload/contract/names';
import type { Problem } from '../../../preload/contract/problem';
import { type Loadable, problemOf } from '../../loadable';
import { recognise, searchesWhileTyping } from './recognise';

/** Pause after the last key press before a name is searched, in milliseconds. */
const typingPauseMs = 220;

/** Rows that Page Up and Page Down move by. */
export const pageRows = 10;

/** A search answer as it is shown. */
export type Found = Omit<SearchAnswer, 'hits'> & { hits: readonly SearchHit[] };

/** The request that was sent to main. */
interface Asked {
  text: string;
  reading: Reading;
}

export interface SearchState {
  text: string;
  /** The reading that the agent chose; undefined uses the likeliest one. */
  picked: Reading | undefined;
  scope: SearchScope;
  /** Why this key may not search the chain; the scope stays on the studio until another key is connected. */
  chainRefused: Problem | undefined;
  asked: Asked | undefined;
  answer: Loadable<Found>;
  /** The hits in the list: all of the answer, or those that match a longer name. */
  hits: readonly SearchHit[];
  /** The text that `hits` belong to; the box may already contain more. */
  shownFor: string;
  /** Index of the active hit; -1 while none of several is chosen. */
  active: number;
  typed: (text: string) => void;
  /** Enter: searches now. With a current answer it opens the active hit, or activates the first one. */
  entered: () => void;
  /** Searches with another reading of the text. */
  readingPicked: (reading: Reading) => void;
  /** Searches the same digits as a card number of the next format. */
  nextFormat: () => void;
  scopeToggled: () => void;
  /** Another studio or key is connected, which may have other rights. */
  connectionChanged: () => void;
  moved: (by: number) => void;
  chosen: (hit: SearchHit) => void;
  retried: () => void;
  /** Esc: cancels a running search; otherwise empties the box. */
  escaped: () => void;
  cleared: () => void;
}

const nothing = {
  text: '',
  picked: undefined,
  asked: undefined,
  answer: { state: 'idle' } as Loadable<Found>,
  hits: [] as readonly SearchHit[],
  shownFor: '',
  active: -1,
};

/**
 * The search box and its results.
 *
 * @param onOpen called for the customer that the agent opened, and for a single hit
 * @param painted resolves when the last state is on screen
 */
export function createSearchStore(
  api: Pick<RingsideCalls, 'customer' | 'search'>,
  onOpen: (hit: SearchHit, scope: SearchScope) => void,
  painted: () => Promise<void>,
) {
  let turn = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;

  return createStore<SearchState>()((set, get) => {
    async function ask(retried?: Problem): Promise<void> {
      clearTimeout(typing);
      const { scope } = get();
      const text = get().text.trim();
      const reading = readingOf(get());
      if (!reading) return;
      turn += 1;
      const mine = turn;
      set({
        asked: { text, reading },
        answer: { state: 'loading', retried },
        hits: [],
        shownFor: text,
        active: -1,
      });
      const outcome = await api.customer.search({ reading, scope });
      if (mine !== turn) return;
      if (!outcome.ok) {
        if (scope === 'chain' && outcome.problem.kind === 'forbidden') {
          set({ scope: 'studio', chainRefused: outcome.problem });
          return ask();
        }
        set({ answer: { state: 'failed', problem: outcome.problem } });
        return;
      }
      const value = { ...outcome.value, hits: JSON.parse(outcome.value.hits) as SearchHit[] };
      set({ answer: { state: 'ready', value, asOf: Date.now() }, hits: value.hits });
      openTheOnlyOne();
      if (value.rest !== undefined) await fetchRest(value, value.rest);
    }

    /** Loads the remaining hits when the first ones are on screen, and narrows them if the agent has typed on. */
    async function fetchRest(first: Found, rest: number): Promise<void> {
      await painted();
      const outcome = await api.search.rest({ rest });
      const { answer, text, shownFor } = get();
      if (answer.state !== 'ready' || answer.value !== first) return;
      const hits = outcome.ok ? [...first.hits, ...(JSON.parse(outcome.value) as SearchHit[])] : [];
      if (hits.length !== first.total)
        return set({
          answer: { state: 'failed', problem: { kind: 'internal', detail: 'search:rest' } },
          hits: [],
        });
      const value = { ...first, hits };
      set({ answer: { ...answer, value }, ...(text.trim() === shownFor && { hits }) });
      if (text.trim() !== shownFor) get().typed(text);
    }

    function openTheOnlyOne(): void {
      const [only, another] = get().hits;
      if (only && !another) get().chosen(only);
    }

    /** Drops pending work, so that no late answer appears under another text. */
    function stop(): boolean {
      clearTimeout(typing);
      const running = get().answer.state === 'loading';
      turn += 1;
      if (running) void api.search.cancel();
      return running;
    }

    /** Hits of the current answer that match a longer name; undefined when a new request is needed. */
    function narrow(reading: Reading | undefined): SearchHit[] | undefined {
      const { answer, asked } = get();
      if (answer.state !== 'ready' || !asked || !reading) return undefined;
      if (answer.value.hits.length < answer.value.total) return undefined;
      const left = narrowed(answer.value.hits, asked.reading, reading);
      // An empty result may mean that the name continues differently, so a new request is sent.
      return left && left.length > 0 ? left : undefined;
    }

    return {
      ...nothing,
      scope: 'studio',
      chainRefused: undefined,

      typed(text) {
        const wasRunning = stop();
        if (text.trim() === '') {
          set({ ...nothing, text });
          return;
        }
        const reading = recognise(text);
        const left = narrow(reading);
        set({
          text,
          picked: undefined,
          ...(wasRunning && { answer: { state: 'idle' } as const, hits: [] }),
          ...(left && { hits: left, shownFor: text.trim(), active: -1 }),
        });
        if (left) typing = setTimeout(openTheOnlyOne, typingPauseMs);
        else if (reading && searchesWhileTyping(reading))
          typing = setTimeout(() => void ask(), typingPauseMs);
      },
      entered() {
        const { answer, shownFor, text, active, hits } = get();
        const isCurrent = shownFor === text.trim();
        if (answer.state === 'loading' && isCurrent) return;
        const shown = answer.state === 'ready' && isCurrent ? hits : [];
        const hit = shown.length === 1 ? shown[0] : shown[active];
        if (hit) get().chosen(hit);
        // With several hits, Enter only selects: a second, hasty Enter would open another person's account.
        else if (shown.length > 0) get().moved(1);
        else void ask();
      },
      readingPicked(reading) {
        stop();
        set({ picked: reading });
        void ask();
      },
      nextFormat() {
        const [next] = otherFormats(get());
        if (next) get().readingPicked(next);
      },
      scopeToggled() {
        const { scope, chainRefused, asked } = get();
        if (chainRefused) return;
        const again = asked !== undefined && get().text.trim() !== '';
        stop();
        set({ scope: scope === 'studio' ? 'chain' : 'studio' });
        if (again) void ask();
      },
      connectionChanged: () => set({ chainRefused: undefined }),
      moved(by) {
        const { hits, active } = get();
        set({ active: Math.max(0, Math.min(hits.length - 1, active + by)) });
      },
      chosen(hit) {
        clearTimeout(typing);
        set({ active: Math.max(0, get().hits.indexOf(hit)) });
        onOpen(hit, get().scope);
      },
      retried: () => void ask(problemOf(get().answer)),
      escaped() {
        const answer = { state: 'failed', problem: { kind: 'cancelled' } } as const;
        if (stop()) set({ answer });
        else set(nothing);
      },
      cleared() {
        stop();
        set(nothing);
      },
    };
  });
}

/** The reading in force. */
export function readingOf({ text, picked }: Pick<SearchState, 'text' | 'picked'>): Reading | undefined {
  return picked ?? recognise(text);
}

/**
 * The same digits as a card number in each other format, the next one first. Empty unless nobody was found by digits
 * that may be a card number.
 */
export function otherFormats(state: Pick<SearchState, 'text' | 'picked' | 'answer' | 'hits'>): CardReading[] {
  if (state.answer.state !== 'ready' || state.hits.length > 0) return [];
  const reading = readingOf(state);
  const isCard = reading?.kind === 'digits' || (reading?.kind === 'by' && reading.field === 'cardNumber');
  if (!isCard) return [];
  const at = cardNumberFormats.indexOf(reading.cardNumberFormat ?? 'DECIMAL');
  return [...cardNumberFormats.slice(at + 1), ...cardNumberFormats.slice(0, at)].map((cardNumberFormat) => ({
    ...reading,
    cardNumberFormat,
  }));
}

type CardReading = Extract<Reading, { kind: 'digits' | 'by' }> & { cardNumberFormat: CardNumberFormat };
