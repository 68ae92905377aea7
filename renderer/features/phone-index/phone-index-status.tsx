import { type StoreApi, useStore } from 'zustand';
import type { PhoneIndexStatus as Also, PhoneAnswer } from '../../../preload/contract/phone-index';
import type { StudioRef } from '../../../preload/contract/studio';
import { Button } from '../../components/button';
import { Countdown } from '../../components/countdown';
import { useStudios } from '../../components/studios';
import { useNow } from '../../components/use-now';
import { ageChangesInMs } from '../../format/running-time';
import { useLanguage } from '../../messages/language';
import { isBeingMade, isComplete, progressOf } from './index-progress';
import { phoneIndexMessages } from './messages';
import styles from './phone-index.module.css';
import type { PhoneIndexStore } from './phone-index-store';
import { asOfWords, progressLines, studiosWords } from './progress-lines';

/** What a telephone number was compared with, below the answer to a search by it: nobody has it, or the index is not complete. */
export function PhoneIndexStatus(props: {
  store: StoreApi<PhoneIndexStore>;
  /** The studios that were searched. */
  searched: readonly StudioRef[];
  answer: PhoneAnswer;
  /** Number of customers in the list. */
  found: number;
  also: readonly Also[];
}) {
  const language = useLanguage();
  const desk = useStudios();
  const { index, makePressed, stopPressed } = useStore(props.store);
  const words = phoneIndexMessages[language.code];
  const progress = progressOf(index, props.searched);
  const { phase, studios, madeAt, current } = progress;
  const now = useNow((at) => ageChangesInMs(at, [madeAt]));
  const isFile = index.mode === 'fetched';

  if (props.answer.isComplete || phase === 'complete') {
    const isNobody = props.answer.isComplete && props.found === 0 && props.answer.sharedBy === undefined;
    if (!isNobody || madeAt === undefined) return null;
    // Where the API did not list former members or prospects, the index has members only.
    const also = studios.some(({ problem }) => problem) ? [] : props.also;
    const whom = isFile ? words.everybodyOfFile : words.whom(also);
    return (
      <p className={`${styles.status} muted small`}>
        {words.noMatch(whom, studiosWords(progress, desk, language), asOfWords(madeAt, now, language))}{' '}
        {words.askOtherwise}
      </p>
    );
  }
  const incomplete = studios.filter((each) => !isComplete(each)).map(({ studio }) => studio);
  const isMade = studios.some(isBeingMade);
  return (
    <div className={`${styles.status} muted small`}>
      {progressLines(progress, index.mode, desk, language).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {phase === 'paused' && current?.problem && <Countdown problem={current.problem} />}
      {phase === 'missing' && progress.customers === 0 && <p>{words.session}</p>}
      {isMade ? (
        <Button onClick={stopPressed}>{words.stop}</Button>
      ) : (
        <Button action="phoneIndex" onClick={() => makePressed(incomplete)}>
          {isFile ? words.fetch : phase === 'failed' ? words.retry : words.make}
        </Button>
      )}
      {!isMade && !isFile && <p>{words.cost}</p>}
    </div>
  );
}
