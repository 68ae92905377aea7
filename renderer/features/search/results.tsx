import type { ReactNode } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Reading, SearchHit } from '../../../preload/contract/domain';
import { Button } from '../../components/button';
import { Skeleton } from '../../components/skeleton';
import { areSeveral } from '../../components/studios';
import { numberFormat } from '../../format/intl';
import type { Messages } from '../../messages/en';
import { useLanguage } from '../../messages/language';
import { CoverageLine } from './coverage-line';
import { HitList } from './hit-list';
import { readingWords } from './reading-words';
import { readings, recognise, unsearchable } from './recognise';
import styles from './results.module.css';
import {
  type Found,
  isIncomplete,
  maySearchAll,
  otherFormats,
  readingOf,
  type SearchState,
  similarHits,
  similarReading,
  wasPhone,
} from './search-state';

/** Maximum number of hits below which recent customers are shown. */
const maxHitsWithRecents = 5;

/** Column below the search box: the hits, that nobody was found, or why the search failed. */
export function Results(props: {
  store: StoreApi<SearchState>;
  /** Identity of the open customer. */
  openKey: string | undefined;
  /** Opens the list of readings. */
  onReadAs: () => void;
  /** Shown below a short list. */
  children?: ReactNode;
}) {
  const { messages, locale } = useLanguage();
  const state = useStore(props.store);
  const { answer, asked, text, hits, shownFor, chainRefused, retried, coverage } = state;
  const why = unsearchable(text);
  const below = hits.length <= maxHitsWithRecents && props.children;

  // A text that cannot be searched says so beside the hits of an earlier one, too.
  const isSaid = why !== undefined && text.trim() !== shownFor;
  if (isSaid || answer.state === 'idle')
    return (
      <Column heading={messages.search.list}>
        <p className={`${styles.note} muted small`}>
          {why ? messages.search.unsearchable[why] : idleHint(recognise(text), messages)}
        </p>
        {below}
      </Column>
    );
  switch (answer.state) {
    case 'loading':
      return (
        <Column heading={messages.search.searching} busy>
          {coverage && <CoverageLine coverage={coverage} />}
          {hits.length > 0 && (
            <HitList store={props.store} hits={hits} shownFor={shownFor} openKey={props.openKey} />
          )}
          {(hits.length > 0 ? [] : [160, 128, 184]).map((width) => (
            <div key={width} className={styles.option}>
              <Skeleton width={width} />
              <div className="small">
                <Skeleton width={width + 24} />
              </div>
            </div>
          ))}
        </Column>
      );
    case 'failed':
      return (
        <Column
          heading={answer.problem.kind === 'cancelled' ? messages.search.cancelled : messages.search.failed}
        >
          {answer.problem.kind !== 'cancelled' && (
            <p className={`${styles.note} muted small`}>{messages.search.failedHint}</p>
          )}
        </Column>
      );
    case 'ready':
      return hits.length > 0 ? (
        <Column
          heading={headingOf(hits, answer.value, shownFor, messages, locale)}
          note={phoneNote(state, messages) ?? (chainRefused && asked && messages.search.chainRefused)}
        >
          {coverage && isIncomplete(state) && <CoverageLine coverage={coverage} onAskAgain={retried} />}
          <HitList store={props.store} hits={hits} shownFor={shownFor} openKey={props.openKey} />
          <SimilarNames store={props.store} />
          {below}
        </Column>
      ) : (
        <Nobody store={props.store} answer={answer.value} askedText={shownFor} onReadAs={props.onReadAs}>
          {below}
        </Nobody>
      );
  }
}

function idleHint(reading: Reading | undefined, { search }: Messages): string {
  if (reading?.kind === 'phone') return search.phone.hint;
  return reading ? search.tooShort : search.nothingYet;
}

/** What a telephone number has found, and how certain that is. */
function phoneNote(state: SearchState, { search }: Messages): string | undefined {
  if (!wasPhone(state)) return undefined;
  return state.hits.some(({ matchedBy }) => matchedBy === 'phoneEnding')
    ? search.phone.uncertain
    : search.phone.found;
}

/** Whether a reading of digits is sent to the API as a number or a card. */
function isNumber(reading: Reading): boolean {
  return reading.kind === 'by' || (reading.kind === 'digits' && !reading.mayBePhone);
}

/** Number of customers in the list, including those that are still loading. */
function shownOf(hits: readonly SearchHit[], answer: Found): number {
  return hits === answer.hits ? answer.total : hits.length;
}

/** `3 customers for “bullock”`; for a narrowed answer also its full number. */
function countWords(shown: number, all: number, text: string, { search }: Messages, locale: string): string {
  const number = numberFormat(locale);
  return shown === all
    ? search.count(all, number.format(all), text)
    : search.narrowed(all, number.format(shown), number.format(all), text);
}

/** Heading of a list: how many customers match, and how many are only similar. */
export function headingOf(
  hits: readonly SearchHit[],
  answer: Found,
  text: string,
  messages: Messages,
  locale: string,
): string {
  const { search } = messages;
  const similar = similarHits(hits);
  const words = similar[0]?.matchedBy === 'email' ? search.similarAddresses : search.similarNames;
  const shown = shownOf(hits, answer) - similar.length;
  if (shown === 0) return search.onlySimilar(text, words(similar.length));
  const count = countWords(shown, answer.total - similarHits(answer.hits).length, text, messages, locale);
  return similar.length > 0 ? `${count}${search.andSimilar(words(similar.length))}` : count;
}

/** Button below a list of names: the customer's name may be spelled differently. */
function SimilarNames({ store }: { store: StoreApi<SearchState> }) {
  const { messages } = useLanguage();
  const state = useStore(store);
  const reading = similarReading(state);
  return (
    reading && (
      <div className={styles.formats}>
        <Button onClick={() => state.readingPicked(reading)}>{messages.search.findSimilar}</Button>
      </div>
    )
  );
}

function Column(props: { heading: string; note?: string | undefined; children?: ReactNode; busy?: boolean }) {
  return (
    <div className={styles.column} aria-busy={props.busy}>
      <h2 className={styles.heading}>{props.heading}</h2>
      {props.note && <p className={`${styles.note} small`}>{props.note}</p>}
      {props.children}
    </div>
  );
}

function Nobody(props: {
  store: StoreApi<SearchState>;
  answer: Found;
  askedText: string;
  onReadAs: () => void;
  children?: ReactNode;
}) {
  const language = useLanguage();
  const words = language.messages.search;
  const state = useStore(props.store);
  const isPhone = wasPhone(state);
  const number = isPhone && readings(state.text).find(isNumber);
  const formats = otherFormats(state);
  const isPartial = isIncomplete(state);
  const several = areSeveral(state.studios);
  const tried = props.answer.tried.map((question) => words.reading[question]).join(', ');
  return (
    <Column
      heading={(isPhone ? words.phone.heading : isPartial ? words.noneYet : words.none)(props.askedText)}
      note={state.chainRefused && state.asked && words.chainRefused}
    >
      {isPartial && state.coverage && <CoverageLine coverage={state.coverage} onAskAgain={state.retried} />}
      <p className={`${styles.note} muted small`}>
        {isPhone ? words.phone.none : [tried && words.tried(tried), words.noneHint].join(' ')}
      </p>
      <div className={styles.formats}>
        {formats.map((card, index) => (
          <Button
            key={card.cardNumberFormat}
            action={index === 0 ? 'cardFormat' : undefined}
            onClick={() => state.readingPicked(card)}
          >
            {words.otherFormat(words.formats[card.cardNumberFormat])}
          </Button>
        ))}
        {number && (
          <Button onClick={() => state.readingPicked(number)}>
            {words.searchAs(readingWords(number, language).kind)}
          </Button>
        )}
        {readingOf(state) && (!isPhone || number) && (
          <Button action="readAs" onClick={props.onReadAs}>
            {words.readAs}
          </Button>
        )}
        {!isPhone && maySearchAll(state) && (
          <Button action={several ? undefined : 'scope'} onClick={state.allSearched}>
            {words.searchChain}
          </Button>
        )}
      </div>
      {props.children}
    </Column>
  );
}

/** Middle of an empty desk: what can be typed, and how to continue after a search. */
export function Welcome({ store, demo }: { store: StoreApi<SearchState>; demo: boolean }) {
  const { messages } = useLanguage();
  const hasHits = useStore(
    store,
    ({ answer, hits }) => answer.state !== 'failed' && answer.state !== 'idle' && hits.length > 0,
  );
  if (hasHits) return <h1 className={`${styles.choose} muted`}>{messages.search.choose}</h1>;
  const tryOut = (example: string) => {
    store.getState().typed(example);
    store.getState().entered();
  };
  const examples = demo
    ? [['demo', messages.search.demoExample] as const, ...messages.search.examples]
    : messages.search.examples;
  return (
    <div className={styles.welcome}>
      <h1 className={styles.question}>{messages.search.welcome}</h1>
      <p className="muted">{messages.search.welcomeHint}</p>
      <dl className={styles.examples}>
        {examples.map(([example, what]) => (
          <div key={example} className={styles.example}>
            <dt className="id">
              {/* What stands for several examples cannot be searched. */}
              {example.includes('…') ? (
                example
              ) : (
                <button type="button" className={styles.try} onClick={() => tryOut(example)}>
                  {example}
                </button>
              )}
            </dt>
            <dd className="muted">{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
