import { useStore } from 'zustand';
import { Button } from '../../components/button';
import { useCopyStore } from '../../components/copying';
import { Skeleton } from '../../components/skeleton';
import { useLanguage } from '../../messages/language';
import { copyExplanation, type ExplainedStores, explanationOf } from './explanation';
import styles from './explanation-panel.module.css';
import { explanationMessages } from './messages';

/** A few sentences about the account that the agent can read to the caller, in the language of the desk or of the customer. */
export function ExplanationPanel({ stores }: { stores: ExplainedStores }) {
  const language = useLanguage();
  const copies = useCopyStore();
  useStore(stores.customer);
  useStore(stores.account);
  useStore(stores.contracts);
  useStore(stores.past);
  useStore(stores.upcoming);
  const { inCustomerLanguage } = useStore(stores.explanation);
  const explanation = explanationOf(stores, language);
  if (!explanation) return null;
  const shown = explanation === 'loading' ? undefined : explanation;
  const words = explanationMessages[language.code];
  return (
    <div role="group" aria-label={words.group} className={styles.say} aria-busy={!shown}>
      <div className={styles.text}>
        {shown ? (
          <p data-stale={shown.isStale || undefined}>
            <q lang={shown.code} className="selectable number">
              {shown.text}
            </q>
          </p>
        ) : (
          <Skeleton width="60%" />
        )}
        {shown?.differs && <p className="muted small">{words.differs}</p>}
      </div>
      <div className={styles.buttons}>
        {shown?.other && (
          <Button
            look="quiet"
            lang={shown.other}
            onClick={() => stores.explanation.setState({ inCustomerLanguage: !inCustomerLanguage })}
          >
            {explanationMessages[shown.other].inThisLanguage}
          </Button>
        )}
        <Button
          look="quiet"
          action="copyExplanation"
          disabled={!shown}
          onClick={() => copyExplanation(stores, copies, language)}
        >
          {words.copy}
        </Button>
      </div>
    </div>
  );
}
