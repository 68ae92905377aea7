import type { Coverage } from '../../../preload/contract/domain';
import { Button } from '../../components/button';
import { Countdown } from '../../components/countdown';
import { missingByProblem } from '../../components/missing-by-problem';
import { studioName, useStudios } from '../../components/studios';
import { useLanguage } from '../../messages/language';
import styles from './results.module.css';

/** How many of several studios have answered, and which have not and why. */
export function CoverageLine({ coverage, onAskAgain }: { coverage: Coverage; onAskAgain?: () => void }) {
  const { messages } = useLanguage();
  const studios = useStudios();
  const words = messages.search;
  const { answered, asked, missing } = coverage;
  const [first] = missing;
  return (
    <div className={`${styles.note} ${styles.coverage} small`}>
      <p role="status">{words.answeredOf(answered, asked)}</p>
      {missingByProblem(missing, studios).map(({ kind, named, more }) => (
        <p key={kind}>
          {words.studiosAnd(
            named.map((studio) => studioName(studio, studios, messages)),
            more,
          )}
          : {messages.problems[kind].title}
        </p>
      ))}
      {onAskAgain && (
        <>
          {first && <Countdown problem={first.problem} />}
          <Button action="retry" onClick={onAskAgain}>
            {words.askAgain}
          </Button>
        </>
      )}
    </div>
  );
}
