import { type StoreApi, useStore } from 'zustand';
import type { Account, BalanceSign, Money } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { AsOf } from '../../components/as-of';
import { Fact } from '../../components/fact';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/skeleton';
import { useProblemWords } from '../../components/studios';
import { formatMoney, sign } from '../../format/money';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import type { Resource } from '../../resource';
import styles from './account-panel.module.css';
import { meaningOf } from './balance-meaning';
import type { BookingsState } from './bookings-store';
import { DueFigures } from './due-figures';
import { Figure } from './figure';

/**
 * Balance, what is open and due next, consumption credit, dunning level and debt collection. Its height is the same while loading,
 * loaded and failed, so that the layout does not shift.
 */
export function AccountPanel(props: {
  store: StoreApi<Resource<CustomerRef, Account>>;
  past: StoreApi<BookingsState>;
  upcoming: StoreApi<BookingsState>;
  balanceSign: BalanceSign;
}) {
  const { messages } = useLanguage();
  const problemWords = useProblemWords();
  const content = useStore(props.store, (state) => state.content);
  const shown = known(content);
  const value = shown?.value;
  const stale = value !== undefined && content.state !== 'ready';
  if (content.state === 'failed' && content.problem.kind === 'noKeyForStudio')
    return (
      <div className={styles.failed}>
        <Failure title={problemWords(content.problem).title} hint={problemWords(content.problem).advice} />
      </div>
    );
  // The strip of the failure stands above; what is known without the account stays.
  if (content.state === 'failed' && !shown)
    return (
      <div className={`${styles.panel} ${styles.alone}`}>
        <div className={styles.strip}>
          <DueFigures past={props.past} upcoming={props.upcoming} />
        </div>
      </div>
    );
  return (
    <>
      {shown && content.state === 'failed' && (
        <p className="muted small">
          {messages.account.refreshFailed} <AsOf time={shown.asOf} />
        </p>
      )}
      <div className={styles.panel} data-stale={stale || undefined} aria-busy={content.state === 'loading'}>
        <DebtCollection account={value} />
        <div className={styles.strip}>
          <Balance account={value} balanceSign={props.balanceSign} />
          <DueFigures past={props.past} upcoming={props.upcoming} />
          <Figure label={messages.account.consumptionCredit}>
            <Amount
              account={value}
              money={value?.consumptionCredit}
              what={messages.facts.consumptionCredit}
              className={`${styles.value} ${isPositive(value?.consumptionCredit) ? styles.credit : ''}`}
            />
          </Figure>
          <Figure label={messages.account.dunningLevel}>
            {value?.dunningLevel ? (
              <div>
                <Fact
                  what={messages.facts.dunningLevel}
                  value={value.dunningLevel}
                  className={styles.badge}
                />
              </div>
            ) : (
              <Amount
                account={value}
                money={undefined}
                what={messages.facts.dunningLevel}
                className={styles.value}
              />
            )}
          </Figure>
        </div>
      </div>
    </>
  );
}

const isPositive = (money: Money | undefined): boolean => money !== undefined && sign(money.amount) > 0;

function Amount(props: {
  account: Account | undefined;
  money: Money | undefined;
  /** Name of the amount in the middle of a sentence. */
  what: string;
  className: string | undefined;
}) {
  const { messages, locale } = useLanguage();
  if (!props.account)
    return (
      <div className={props.className}>
        <Skeleton width={88} />
      </div>
    );
  return props.money ? (
    <div className={`${props.className} number`}>
      <Fact what={props.what} value={formatMoney(props.money, locale)} />
    </div>
  ) : (
    <div className={`${styles.absent} muted`}>{messages.notSupplied}</div>
  );
}

function Balance({ account, balanceSign }: { account: Account | undefined; balanceSign: BalanceSign }) {
  const { messages } = useLanguage();
  const word = meaningOf(account?.balance, balanceSign);
  const className = [styles.balance, word && styles[word]].filter(Boolean).join(' ');
  return (
    <Figure label={messages.account.balance}>
      <Amount
        account={account}
        money={account?.balance}
        what={messages.facts.balance}
        className={className}
      />
      {word && <div className={`${styles[word]} small`}>{messages.account[word]}</div>}
      {account?.balance && balanceSign === 'asSent' && (
        <div className="muted small">{messages.account.asSent}</div>
      )}
    </Figure>
  );
}

/** Debt collection, always in the same place, so that the agent knows where to look. */
function DebtCollection({ account }: { account: Account | undefined }) {
  const { messages } = useLanguage();
  const words = messages.account;
  const alarm = account?.inDebtCollection === true;
  return (
    <div
      role="group"
      aria-label={words.debtCollection}
      className={`${styles.collection} ${alarm ? styles.alarm : 'muted small'}`}
    >
      {!account && <Skeleton width={144} />}
      {account && !alarm && <Fact what={messages.facts.debtCollection} value={words.notInDebtCollection} />}
      {alarm && (
        <>
          <svg className={styles.sign} viewBox="0 0 18 18" fill="currentColor" aria-hidden="true">
            <path d="M9 1 17.5 16H.5zM8.2 6v5h1.6V6zm0 6.4V14h1.6v-1.6z" />
          </svg>
          <strong className={styles.alarmWord}>
            <Fact what={messages.facts.debtCollection} value={words.inDebtCollection} />
          </strong>
          <span>{words.inDebtCollectionHint}</span>
        </>
      )}
    </div>
  );
}
