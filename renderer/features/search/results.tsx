import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Reading } from '../../../preload/contract/domain';
import { Button } from '../../components/button';
import { Skeleton } from '../../components/skeleton';
import { areSeveral } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import { CoverageLine } from './coverage-line';
import { HitList } from './hit-list';
import { readingWords } from './reading-words';
import { readings, recognise, unsearchable } from './recognise';
import { emptyHeading, headingOf, idleHint, phoneNote, sharedHint } from './result-words';
import styles from './results.module.css';
import {
  type Found,
  isIncomplete,
  maySearchAll,
  otherFormats,
  readingOf,
  type SearchState,
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
  hasPhoneIndex: boolean;
  /** What a telephone number was compared with, where there is an index. */
  phoneIndex?: (search: SearchState) => ReactNode;
  /** Shown below a short list. */
  children?: ReactNode;
}) {
  const { messages, locale } = useLanguage();
  const state = useSettled(props.store);
  const { answer, asked, text, hits, shownFor, chainRefused, retried, coverage } = state;
  const why = unsearchable(text);
  const below = hits.length <= maxHitsWithRecents && props.children;
  const phoneIndex = props.phoneIndex?.(state);

  // A text that cannot be searched says so beside the hits of an earlier one, too.
  const isSaid = why !== undefined && text.trim() !== shownFor;
  const drawn = useRef<string>(undefined);
  const isList = !isSaid && hits.length > 0 && (answer.state === 'loading' || answer.state === 'ready');
  useEffect(() => {
    if (!isList) drawn.current = undefined;
  }, [isList]);
  const list = isList && (
    <HitList
      store={props.store}
      hits={hits}
      shownFor={shownFor}
      listKey={JSON.stringify([shownFor, asked?.reading, state.scope, state.studio])}
      drawn={drawn}
      openKey={props.openKey}
    />
  );
  if (isSaid || answer.state === 'idle')
    return (
      <Column heading={messages.search.list}>
        <p className={`${styles.note} muted small`}>
          {why ? messages.search.unsearchable[why] : idleHint(recognise(text), props.hasPhoneIndex, messages)}
        </p>
        {below}
      </Column>
    );
  switch (answer.state) {
    case 'loading':
      return (
        <Column heading={messages.search.searching} busy>
          {coverage && <CoverageLine coverage={coverage} />}
          {list}
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
          {list}
          {phoneIndex}
          <SimilarNames state={state} />
          {below}
        </Column>
      ) : (
        <Nobody state={state} answer={answer.value} onReadAs={props.onReadAs} phoneIndex={phoneIndex}>
          {below}
        </Nobody>
      );
  }
}

/** How long a search changes nothing in the column, in milliseconds. A fast answer then takes one frame less to be painted. */
const unseenMs = 150;

/** The state of the search, without a search that has only just begun. */
function useSettled(store: StoreApi<SearchState>): SearchState {
  const latest = useStore(store);
  const isLoading = latest.answer.state === 'loading';
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isLoading) return;
    const timer = setTimeout(() => setIsLong(true), unseenMs);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isLoading]);
  const settled = useRef(latest);
  if (!isLoading || isLong) settled.current = latest;
  return settled.current;
}

/** Whether a reading of digits is sent to the API as a number or a card. */
function isNumber(reading: Reading): boolean {
  return reading.kind === 'by' || (reading.kind === 'digits' && !reading.mayBePhone);
}

/** Button below a list of names: the customer's name may be spelled differently. */
function SimilarNames({ state }: { state: SearchState }) {
  const { messages } = useLanguage();
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
  state: SearchState;
  answer: Found;
  onReadAs: () => void;
  phoneIndex: ReactNode;
  children?: ReactNode;
}) {
  const language = useLanguage();
  const words = language.messages.search;
  const { state } = props;
  const isPhone = wasPhone(state);
  const number = isPhone && readings(state.text).find(isNumber);
  const formats = otherFormats(state);
  const isPartial = isIncomplete(state);
  const several = areSeveral(state.studios);
  const { phone } = props.answer;
  const tried = props.answer.tried.map((question) => words.reading[question]).join(', ');
  const hint = phone
    ? sharedHint(props.answer, language.messages)
    : isPhone
      ? words.phone.none
      : [tried && words.tried(tried), words.noneHint].join(' ');
  return (
    <Column
      heading={emptyHeading(state, props.answer, language)}
      note={state.chainRefused && state.asked && words.chainRefused}
    >
      {isPartial && state.coverage && <CoverageLine coverage={state.coverage} onAskAgain={state.retried} />}
      {hint && <p className={`${styles.note} muted small`}>{hint}</p>}
      {props.phoneIndex}
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
