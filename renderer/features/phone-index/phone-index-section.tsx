import { useEffect } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { StudioIndexState } from '../../../preload/contract/phone-index';
import { Button } from '../../components/button';
import { studioName, useStudios } from '../../components/studios';
import { useNow } from '../../components/use-now';
import { numberFormat } from '../../format/intl';
import { ageChangesInMs } from '../../format/running-time';
import { useLanguage } from '../../messages/language';
import { isBeingMade, progressOf } from './index-progress';
import { phoneIndexMessages } from './messages';
import styles from './phone-index.module.css';
import type { PhoneIndexStore } from './phone-index-store';
import { asOfWords, problemLines, progressLines, studiosWords } from './progress-lines';

/** The telephone index in the settings: how it is made, how far it is, what it costs, and buttons to make, stop and delete it. */
export function PhoneIndexSection({ store }: { store: StoreApi<PhoneIndexStore> }) {
  const language = useLanguage();
  const desk = useStudios();
  const state = useStore(store);
  const { index, isConfirming, confirmationDropped } = state;
  useEffect(() => confirmationDropped, [confirmationDropped]);
  const words = phoneIndexMessages[language.code];
  const { messages, locale } = language;
  const progress = progressOf(index);
  const { studios, phase, customers, madeAt } = progress;
  const now = useNow((at) =>
    ageChangesInMs(
      at,
      studios.map((each) => each.madeAt),
    ),
  );
  const isOff = index.mode === 'off';
  const isFile = index.mode === 'fetched';
  const isMade = studios.some(isBeingMade);
  const isThere = studios.some((each) => each.customers > 0 || each.madeAt !== undefined);
  const summary = [
    studiosWords(progress, desk, language),
    words.customers(numberFormat(locale).format(customers), customers),
    madeAt !== undefined && (studios.length > 1 ? words.oldest : String)(asOfWords(madeAt, now, language)),
  ];
  const lines =
    phase === 'complete'
      ? problemLines(studios, desk, language)
      : progressLines(progress, index.mode, desk, language);
  return (
    <section>
      <h2 className={styles.title}>{words.heading}</h2>
      <div className={styles.row}>
        <span className={styles.words}>
          {words.mode}
          <span className="muted small">{messages.settings.locked}</span>
        </span>
        <span className="muted">{words.modes[index.mode]}</span>
      </div>
      {!isOff && (
        <div className={styles.made}>
          {phase === 'complete' && (
            <p>
              <strong className={styles.complete}>{words.states.complete}</strong>{' '}
              {summary.filter(Boolean).join(' · ')}
            </p>
          )}
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <div className={styles.actions}>
            {isMade ? (
              <Button onClick={state.stopPressed}>{words.stop}</Button>
            ) : (
              <Button action="phoneIndex" onClick={() => state.makePressed('all')}>
                {isFile ? words.fetch : phase === 'complete' ? words.makeAgain : words.make}
              </Button>
            )}
            {isThere && (
              <Button look="quiet" onClick={state.forgetPressed}>
                {isConfirming ? words.forgetSure : words.forget}
              </Button>
            )}
          </div>
          <p className="muted small">
            {!isFile && words.cost} {words.kept}
          </p>
          {studios.length > 1 && (
            <details className={styles.details}>
              <summary>{words.list}</summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area has to be reachable to be scrolled by keys. */}
              <div className={styles.scrolled} tabIndex={0} role="group" aria-label={words.list}>
                <ul className={styles.list}>
                  {sorted(studios).map((each) => (
                    <li key={each.studio} className={styles.studio}>
                      <span>{studioName(each.studio, desk, messages)}</span>
                      <span className="muted small number">
                        {[
                          words.states[each.state],
                          each.problem && messages.problems[each.problem.kind].title,
                          each.customers > 0 &&
                            words.customers(numberFormat(locale).format(each.customers), each.customers),
                          each.madeAt !== undefined && asOfWords(each.madeAt, now, language),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            </details>
          )}
        </div>
      )}
    </section>
  );
}

const order: Record<StudioIndexState['state'], number> = {
  failed: 0,
  running: 1,
  paused: 1,
  waiting: 2,
  missing: 3,
  complete: 4,
};

/** Studios that need attention come first. */
function sorted(studios: readonly StudioIndexState[]): StudioIndexState[] {
  return studios.toSorted((a, b) => order[a.state] - order[b.state]);
}
