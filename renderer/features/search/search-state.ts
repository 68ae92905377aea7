import type {
  CardNumberFormat,
  Coverage,
  FoundCustomer,
  Reading,
  SearchAnswer,
  SearchHit,
  SearchProgress,
  SearchScope,
  Where,
} from '../../../preload/contract/domain';
import { cardNumberFormats } from '../../../preload/contract/domain';
import { narrowed } from '../../../preload/contract/names';
import type { PhoneAnswer } from '../../../preload/contract/phone-index';
import type { Problem } from '../../../preload/contract/problem';
import { addressOf, type Studio, type StudioRef } from '../../../preload/contract/studio';
import { areSeveral } from '../../components/studios';
import type { Loadable } from '../../loadable';
import { recognise } from './recognise';

/** A search answer as it is shown. */
export type Found = Omit<SearchAnswer, 'hits'> & { hits: readonly SearchHit[] };

/** The request that was sent to main. */
interface Asked {
  text: string;
  reading: Reading;
  where: Where;
}

export interface SearchState {
  text: string;
  /** The reading that the agent chose; undefined uses the likeliest one. */
  picked: Reading | undefined;
  /** The studios of this desk. */
  studios: readonly Studio[];
  /** Where a desk with several studios searches. */
  studio: StudioRef | 'all';
  /** Studios that the agent chose, the latest first. */
  chosenStudios: readonly StudioRef[];
  /** Where a desk with one studio searches. */
  scope: SearchScope;
  /** Where a lookup from outside or of a recent customer searches; for its text only. */
  requested: Where | undefined;
  /** Studio that a lookup from outside named and that this desk does not know. */
  unknownStudio: string | undefined;
  /** Why this key may not search the chain; the scope stays on the studio until another key is connected. */
  chainRefused: Problem | undefined;
  asked: Asked | undefined;
  answer: Loadable<Found>;
  /** Which of several studios have answered; undefined after a search in one studio. */
  coverage: Coverage | undefined;
  /** The hits in the list: all of the answer, or those that match a longer name. */
  hits: readonly SearchHit[];
  /** The text that `hits` belong to; the box may already contain more. */
  shownFor: string;
  /** Index of the active hit; -1 while none of several is chosen. */
  active: number;
  typed: (text: string) => void;
  /** Narrows the hits to the text in the box at once, which otherwise waits for the paint of its last letter. Every other action does so first. */
  narrowed: () => void;
  /** Enter: searches now. With a current answer it opens the active hit, or activates the first one. */
  entered: () => void;
  /** Searches with another reading of the text. */
  readingPicked: (reading: Reading) => void;
  /** Searches the same digits as a card number of the next format. */
  nextFormat: () => void;
  /** Switches a desk with one studio between the studio and its chain. */
  scopeToggled: () => void;
  /** Searches in one studio from now on, or in all. */
  studioChosen: (studio: StudioRef | 'all') => void;
  /** Searches in all studios: of the desk, or of the chain of the only one. */
  allSearched: () => void;
  /** A lookup names where to search. */
  whereRequested: (where: Where | undefined, unknownStudio: string | undefined) => void;
  /** Studios or keys have changed, and with them what can be searched. */
  connectionChanged: (studios: readonly Studio[]) => void;
  /** A customer of the list belongs to another studio now. */
  customerMoved: (home: FoundCustomer) => void;
  progressed: (progress: SearchProgress) => void;
  /** The telephone index has grown: asks again for the number on screen, which stays as it is until then. */
  phoneIndexGrown: () => void;
  /** The agent went back to a customer: no hit of this search opens automatically any more. */
  wentBack: () => void;
  moved: (by: number) => void;
  chosen: (hit: SearchHit) => void;
  retried: () => void;
  /** Esc: cancels a running search; otherwise empties the box. */
  escaped: () => void;
  cleared: () => void;
}

/** State without a search. */
export const noSearch = {
  text: '',
  picked: undefined,
  requested: undefined,
  unknownStudio: undefined,
  asked: undefined,
  answer: { state: 'idle' } as Loadable<Found>,
  coverage: undefined,
  hits: [] as readonly SearchHit[],
  shownFor: '',
  active: -1,
};

/** The reading in force. */
export function readingOf({ text, picked }: Pick<SearchState, 'text' | 'picked'>): Reading | undefined {
  return picked ?? recognise(text);
}

/** Where the next search looks. */
export function whereOf({
  requested,
  studios,
  studio,
  scope,
}: Pick<SearchState, 'requested' | 'studios' | 'studio' | 'scope'>): Where {
  if (requested) return requested;
  const [only, another] = studios;
  if (only && !another) return { studio: only.ref, scope };
  return studio === 'all' ? { studios: 'all' } : { studio, scope: 'studio' };
}

/** Whether a search of all studios would ask more than the last one did. */
export function maySearchAll({
  studios,
  asked,
  scope,
  chainRefused,
}: Pick<SearchState, 'studios' | 'asked' | 'scope' | 'chainRefused'>): boolean {
  if (areSeveral(studios)) return asked !== undefined && 'studio' in asked.where;
  return scope === 'studio' && !chainRefused;
}

/**
 * Whether a hit may open automatically: not one that a guessed number found, or a telephone number that somebody else may
 * have.
 */
function opensAlone({ customer, matchedBy, typed }: SearchHit, phone: PhoneAnswer | undefined): boolean {
  if (matchedBy === 'phoneEnding') return false;
  if (matchedBy === 'phone') return phone?.isComplete ?? false;
  return typed === undefined || customer.number?.replace('-', '') === typed;
}

/** Whether the last search compared a telephone number with the customers of this session. */
export function wasPhone({ answer }: Pick<SearchState, 'answer'>): boolean {
  return answer.state === 'ready' && answer.value.tried.includes('phone');
}

/** Studios whose telephone index was searched for the answer on screen; undefined for another answer, and without an index. */
export function phoneStudios({
  answer,
  asked,
  studios,
}: Pick<SearchState, 'answer' | 'asked' | 'studios'>): StudioRef[] | undefined {
  if (answer.state !== 'ready' || !answer.value.phone || !asked) return undefined;
  return studiosOf(asked.where, studios);
}

/** The studios of this desk that a search is about. */
export function studiosOf(where: Where, studios: readonly Studio[]): StudioRef[] {
  const all = studios.map(({ ref }) => ref);
  if ('studios' in where) return where.studios === 'all' ? all : where.studios;
  const { studio, scope } = where;
  return scope === 'studio' ? [studio] : all.filter((ref) => addressOf(ref) === addressOf(studio));
}

/** Whether studios are missing: then no customer opens automatically, and "No customer found" is not shown. */
export function isIncomplete({ coverage }: Pick<SearchState, 'coverage'>): boolean {
  return coverage !== undefined && coverage.answered < coverage.asked;
}

/**
 * The only hit that matches what was typed, once all studios have answered; undefined when there are several. A hit that is
 * only similar is none.
 */
export function singleMatch(
  state: Pick<SearchState, 'answer' | 'coverage' | 'hits'>,
  hits = state.hits,
): SearchHit | undefined {
  if (state.answer.state !== 'ready' || isIncomplete(state)) return undefined;
  const [first, second] = hits;
  const isSingle = first?.distance === undefined && (!second || second.distance !== undefined);
  return first && isSingle && opensAlone(first, state.answer.value.phone) ? first : undefined;
}

/** The hits that are only similar to what was typed; they stand after the others. */
export function similarHits(hits: readonly SearchHit[]): SearchHit[] {
  let from = hits.length;
  while (hits[from - 1]?.distance !== undefined) from -= 1;
  return hits.slice(from);
}

/**
 * The reading that also finds similar names; undefined when the answer has some, and for readings that only match
 * exactly.
 */
export function similarReading(state: Pick<SearchState, 'asked' | 'answer' | 'hits'>): Reading | undefined {
  const reading = state.asked?.reading;
  if (state.answer.state !== 'ready' || similarHits(state.hits).length > 0 || !reading) return undefined;
  const isName = reading.kind === 'name' || reading.kind === 'lastFirst';
  return isName && !reading.similar ? { ...reading, similar: true } : undefined;
}

/**
 * The same digits as a card number in each other format, the next one first. Empty unless nobody was found by digits
 * that may be a card number.
 */
export function otherFormats(state: Pick<SearchState, 'text' | 'picked' | 'answer' | 'hits'>): CardReading[] {
  if (state.answer.state !== 'ready' || state.hits.length > 0 || wasPhone(state)) return [];
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

/** Hits of the current answer that match a longer name; undefined when a new request is needed. */
export function narrowedHits(
  { answer, asked, studios }: Pick<SearchState, 'answer' | 'asked' | 'studios'>,
  reading: Reading | undefined,
): SearchHit[] | undefined {
  if (answer.state !== 'ready' || !asked || !reading) return undefined;
  if (answer.value.hits.length < answer.value.total) return undefined;
  const names = new Map(areSeveral(studios) ? studios.map(({ ref, name }) => [ref, name]) : []);
  const left = narrowed(answer.value.hits, asked.reading, reading, ({ studio }) => names.get(studio));
  // An empty result may mean that the name continues differently, so a new request is sent.
  return left && left.length > 0 ? left : undefined;
}
