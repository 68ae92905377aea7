import { type ReactNode, useEffect, useRef } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { type CustomerId, cardNumberFormats, type SearchAnswer } from '../../../preload/contract/domain';
import { Button } from '../../components/button';
import { Countdown } from '../../components/countdown';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/skeleton';
import { useLanguage } from '../../messages/language';
import { recognise } from './recognise';
import { ResultOption } from './result-option';
import styles from './results.module.css';
import { listId, optionId } from './search-box';
import { mostShown, type SearchState } from './search-store';

/** The column under the box: who was found, that nobody was, or why it is not known. */
export function Results(props: { store: StoreApi<SearchState>; openId: CustomerId | undefined }) {
  const { messages } = useLanguage();
  const { answer, askedText, text, retried } = useStore(props.store);

  switch (answer.state) {
    case 'idle':
      return (
        <Column heading={messages.search.list}>
          <p className={`${styles.note} muted small`}>
            {recognise(text) ? messages.search.tooShort : messages.search.nothingYet}
          </p>
        </Column>
      );
    case 'loading':
      return (
        <Column heading={messages.search.searching} busy>
          {[160, 128, 184].map((width) => (
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
            <Failure
              compact
              title={messages.problems[answer.problem.kind].title}
              hint={
                <>
                  {messages.search.failedHint} <Countdown problem={answer.problem} />
                </>
              }
              actions={<Button onClick={retried}>{messages.tryAgain}</Button>}
            />
          )}
        </Column>
      );
    case 'ready':
      return answer.value.hits.length > 0 ? (
        <Hits store={props.store} answer={answer.value} askedText={askedText} openId={props.openId} />
      ) : (
        <Nobody store={props.store} answer={answer.value} askedText={askedText} />
      );
  }
}

function Column(props: { heading: string; children?: ReactNode; busy?: boolean }) {
  return (
    <div className={styles.column} aria-busy={props.busy}>
      <h2 className={styles.heading}>{props.heading}</h2>
      {props.children}
    </div>
  );
}

function Hits(props: {
  store: StoreApi<SearchState>;
  answer: SearchAnswer;
  askedText: string;
  openId: CustomerId | undefined;
}) {
  const { messages } = useLanguage();
  const active = useStore(props.store, (state) => state.active);
  const chosen = useStore(props.store, (state) => state.chosen);
  const list = useRef<HTMLDivElement>(null);
  const { hits } = props.answer;
  const shown = hits.slice(0, mostShown);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <Column heading={messages.search.count(hits.length, props.askedText)}>
      {/* The searchbox holds the focus and names the active option; see ARIA 1.2, aria-activedescendant. */}
      <div id={listId} ref={list} role="listbox" aria-label={messages.search.list} className={styles.list}>
        {shown.map((hit, index) => (
          <ResultOption
            key={hit.customer.id}
            id={optionId(index)}
            hit={hit}
            active={index === active}
            open={hit.customer.id === props.openId}
            askedText={props.askedText}
            onChoose={() => chosen(hit)}
          />
        ))}
      </div>
      {hits.length > shown.length && (
        <p className={`${styles.note} muted small`}>{messages.search.more(shown.length, hits.length)}</p>
      )}
    </Column>
  );
}

function Nobody(props: { store: StoreApi<SearchState>; answer: SearchAnswer; askedText: string }) {
  const { messages } = useLanguage();
  const { formatChosen, format = 'DECIMAL' } = useStore(props.store);
  const reading = recognise(props.askedText);
  const canBeCard = reading?.kind === 'digits' || (reading?.kind === 'by' && reading.field === 'cardNumber');
  const tried = props.answer.tried.map((question) => messages.search.reading[question]).join(', ');
  return (
    <Column heading={messages.search.none(props.askedText)}>
      <p className={`${styles.note} muted small`}>
        {messages.search.tried(tried)} {messages.search.noneHint}
      </p>
      {canBeCard && (
        <div className={styles.note}>
          <p className="muted small">{messages.search.otherFormats}</p>
          <div className={styles.formats}>
            {cardNumberFormats
              .filter((other) => other !== format)
              .map((other) => (
                <Button key={other} onClick={() => formatChosen(other)}>
                  {messages.search.formats[other]}
                </Button>
              ))}
          </div>
        </div>
      )}
    </Column>
  );
}

/** The middle of an empty desk: what can be typed, and what comes next once somebody was found. */
export function Welcome({ store, demo }: { store: StoreApi<SearchState>; demo: boolean }) {
  const { messages } = useLanguage();
  const answer = useStore(store, (state) => state.answer);
  if (answer.state === 'ready' && answer.value.hits.length > 0)
    return <p className={`${styles.choose} muted`}>{messages.search.choose}</p>;
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
            <dt className="id">{example}</dt>
            <dd className="muted">{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
