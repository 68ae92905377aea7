import { Fragment } from 'react';
import { useStore } from 'zustand';
import { AsOf } from '../../components/as-of';
import { Disclosure } from '../../components/disclosure';
import { Fact } from '../../components/fact';
import { Skeleton } from '../../components/skeleton';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import styles from './check-ins.module.css';
import type { CheckInsState, CheckInsStore } from './check-ins-store';
import { checkInsWords } from './check-ins-words';
import { checkInsMessages } from './messages';

/** Check-ins of the customer, which the agent opens. Nothing is shown where the home studio has no key here. */
export function CheckIns({ store }: { store: CheckInsStore }) {
  const { code } = useLanguage();
  const { customer, isOpen, content, toggled } = useStore(store);
  if (!customer) return null;
  return (
    <Disclosure
      label={checkInsMessages[code].title}
      isOpen={isOpen}
      onToggle={() => void toggled()}
      isBusy={content.state === 'loading'}
    >
      <Content content={content} />
    </Disclosure>
  );
}

function Content({ content }: Pick<CheckInsState, 'content'>) {
  const language = useLanguage();
  const messages = checkInsMessages[language.code];
  const shown = known(content);
  const hasFailed = content.state === 'failed';
  const words = shown && checkInsWords(shown.value, language);
  return (
    <div className={`${styles.content} small`} data-stale={(shown && content.state !== 'ready') || undefined}>
      {hasFailed && (
        // The strip of the failure says why, and offers the retry.
        <p className="muted">
          {shown ? messages.refreshFailed : messages.failed} {shown && <AsOf time={shown.asOf} />}
        </p>
      )}
      {!words &&
        !hasFailed &&
        [184, 120].map((width) => (
          <div key={width} className={styles.loading}>
            <Skeleton width={width} />
          </div>
        ))}
      {typeof words === 'string' && <p className="muted">{words}</p>}
      {typeof words === 'object' && (
        <dl className={`${styles.facts} number`}>
          {words.map(([label, value, what]) => (
            <Fragment key={what}>
              <dt className="muted">{label}</dt>
              <dd>
                <Fact what={what} value={value} />
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </div>
  );
}
