import { Fragment, type ReactNode, useId, useState } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Contract, Customer, Pause, SubContract } from '../../../preload/contract/domain';
import type { CustomerRef } from '../../../preload/contract/studio';
import { AsOf } from '../../components/as-of';
import { Disclosure } from '../../components/disclosure';
import { Fact } from '../../components/fact';
import { Skeleton } from '../../components/skeleton';
import { Tag } from '../../components/tag';
import { formatDate, today } from '../../format/date';
import { formatMoney } from '../../format/money';
import { phaseOn } from '../../format/period';
import { known } from '../../loadable';
import { useLanguage } from '../../messages/language';
import { noRight } from '../../missing-rights';
import type { Resource } from '../../resource';
import { isPriceAhead, sortContracts } from './contracts';
import styles from './contracts-panel.module.css';
import type { ContractsStore } from './contracts-source';
import { type ContractsMessages, contractsMessages } from './messages';
import { priceWords } from './price-words';

/** ID of the panel, which takes the focus. */
export const contractsId = 'contracts';

/** The contracts of the customer and their pauses, active ones first. Ended ones are collapsed. */
export function ContractsPanel(props: {
  store: ContractsStore;
  customer: StoreApi<Resource<CustomerRef, Customer>>;
  /** Shown below the contracts. */
  children?: ReactNode;
}) {
  const { code } = useLanguage();
  const words = contractsMessages[code];
  const headingId = useId();
  const content = useStore(props.store, (state) => state.content);
  const pauses = known(useStore(props.customer, (state) => state.content))?.value.pauses ?? [];
  const shown = known(content);
  const value = shown?.value;
  const contracts = value === noRight ? undefined : value;
  const { active, ended, others, pausesOf, otherPauses } = sortContracts(contracts ?? [], pauses, today());
  return (
    <section
      id={contractsId}
      tabIndex={-1}
      className={styles.panel}
      aria-labelledby={headingId}
      aria-busy={content.state === 'loading'}
      data-stale={(contracts && content.state !== 'ready') || undefined}
    >
      <div className={styles.heading}>
        <h2 id={headingId}>{words.region}</h2>
        <span className="muted small">{words.counts(active.length, ended.length)}</span>
      </div>
      <div className={styles.scroller} data-scroller>
        {value === noRight && <Note>{words.noRight}</Note>}
        {!value && content.state === 'failed' && <Note>{words.failed}</Note>}
        {shown && contracts && content.state === 'failed' && (
          <p className={`${styles.note} muted small`}>
            {words.refreshFailed} <AsOf time={shown.asOf} />
          </p>
        )}
        {!value && content.state !== 'failed' && <Loading />}
        {contracts && active.length === 0 && (
          <Note>{contracts.length === 0 ? words.none : words.noneActive}</Note>
        )}
        {[...active, ...others].map((contract) => (
          <ContractFacts key={contract.id} contract={contract} pauses={pausesOf(contract)} />
        ))}
        {otherPauses.map((pause, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pauses have no identity, and the list never changes in place.
          <PauseFacts key={index} pause={pause} title={pause.rateName && words.pausedFor(pause.rateName)} />
        ))}
        {ended.length > 0 && <Ended contracts={ended} pausesOf={pausesOf} />}
        {props.children}
      </div>
    </section>
  );
}

function Note({ children }: { children: string }) {
  return <p className={`${styles.note} muted`}>{children}</p>;
}

function Loading() {
  return (
    <div className={styles.contract}>
      {[160, 208, 184].map((width) => (
        <div key={width}>
          <Skeleton width={width} />
        </div>
      ))}
    </div>
  );
}

/** Ended contracts, shown when the agent asks for them. */
function Ended(props: { contracts: Contract[]; pausesOf: (contract: Contract) => Pause[] }) {
  const words = contractsMessages[useLanguage().code];
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure label={words.ended(props.contracts.length)} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
      {props.contracts.map((contract) => (
        <ContractFacts key={contract.id} contract={contract} pauses={props.pausesOf(contract)} isEnded />
      ))}
    </Disclosure>
  );
}

/** Label of a row, and its values, each of which is copied on its own. */
type Row = readonly [label: keyof ContractsMessages['labels'], ...values: (string | undefined)[]];

function ContractFacts(props: { contract: Contract; pauses: Pause[]; isEnded?: true }) {
  const { contract, pauses, isEnded } = props;
  const { code, locale } = useLanguage();
  const words = contractsMessages[code];
  const day = today();
  const date = (text: string | undefined) => text && formatDate(text, locale);
  const { price, cancelled, cancelBy, extension, cancellationPeriod } = contract;
  const priceText = price && priceWords(price, words, locale, (after) => isPriceAhead(contract, after, day));
  const base = price?.base && formatMoney(price.base, locale);
  const current = price?.current && formatMoney(price.current, locale);
  const rows: Row[] = [
    ['status', isEnded || contract.status === 'ACTIVE' ? undefined : contract.status],
    ['basePrice', base !== current ? base : undefined],
    ['runs', words.period(date(contract.startDate), date(contract.endDate))],
    [
      'cancelled',
      ...(cancelled
        ? [
            contract.cancellationReceiptDate &&
              words.received(formatDate(contract.cancellationReceiptDate, locale)),
            contract.cancellationDate &&
              words.cancellationDate(formatDate(contract.cancellationDate, locale)),
            contract.cancellationReason,
          ]
        : []),
    ],
    // A cancelled contract does not run on; its last day to cancel shows whether it was cancelled in time.
    ['extension', !cancelled && !isEnded && extension ? words.extends(words.span(extension)) : undefined],
    ...(isEnded || !cancelBy
      ? []
      : ([
          [
            'cancelBy',
            words.before(formatDate(cancelBy, locale), cancellationPeriod && words.span(cancellationPeriod)),
            cancelBy < day && !cancelled ? words.passed : undefined,
          ],
        ] satisfies Row[])),
    ['with', ...contract.modules.map((each) => subWords(each, code, locale))],
    ['flatFee', ...contract.flatFees.map((each) => subWords(each, code, locale))],
  ];
  return (
    <div className={styles.contract}>
      <div className={styles.title}>
        <h3>{contract.rateName ?? words.unnamed}</h3>
        {cancelled && <Tag look="warning">{words.cancelledWord}</Tag>}
        <span className={`${styles.price} number`}>
          {priceText ? (
            <Fact what={words.facts.price} value={priceText} />
          ) : (
            <span className="muted">{words.noPrice}</span>
          )}
        </span>
      </div>
      <Facts rows={rows} />
      {pauses.map((pause, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pauses have no identity, and the list never changes in place.
        <PauseFacts key={index} pause={pause} isNested />
      ))}
    </div>
  );
}

/** `Sauna, €5.00 monthly`; with the word for one that has ended or was cancelled. */
function subWords(each: SubContract, code: 'en' | 'de', locale: string): string {
  const words = contractsMessages[code];
  const { rateName, price, status, cancelled, startDate, endDate } = each;
  return [
    rateName ?? words.subUnnamed,
    price && priceWords(price, words, locale, (after) => isPriceAhead(each, after, today())),
    startDate && startDate > today() && words.from(formatDate(startDate, locale)),
    endDate && words.period(undefined, formatDate(endDate, locale)),
    status === 'INACTIVE' ? words.inactiveWord : status !== 'ACTIVE' && status,
    cancelled && words.cancelledWord,
  ]
    .filter(Boolean)
    .join(', ');
}

/** A pause, with whether it is over, in force or ahead. */
function PauseFacts(props: { pause: Pause; title?: string | undefined; isNested?: true }) {
  const { pause, title } = props;
  const Heading = props.isNested ? 'h4' : 'h3';
  const { code, locale } = useLanguage();
  const words = contractsMessages[code];
  const phase = phaseOn(today(), pause);
  const start = formatDate(pause.startDate, locale);
  const tag = { past: words.over, now: words.since(start), ahead: words.from(start) }[phase];
  return (
    <div className={styles.pause}>
      <div className={styles.title}>
        <Heading>{title ?? words.paused}</Heading>
        {phase === 'past' ? <Tag>{tag}</Tag> : <Tag look="warning">{tag}</Tag>}
      </div>
      <Facts
        rows={[
          phase === 'past'
            ? ['runs', words.period(start, pause.endDate && formatDate(pause.endDate, locale))]
            : ['until', pause.endDate ? formatDate(pause.endDate, locale) : words.noEnd],
          ['reason', pause.reason],
        ]}
      />
    </div>
  );
}

/** Rows of a label and its values; a row without a value is left out. */
function Facts({ rows }: { rows: readonly Row[] }) {
  const words = contractsMessages[useLanguage().code];
  const there = rows
    .map(([label, ...values]) => ({ label, values: values.filter((value) => value !== undefined) }))
    .filter(({ values }) => values.length > 0);
  if (there.length === 0) return null;
  return (
    <dl className={`${styles.facts} small number`}>
      {there.map(({ label, values }) => (
        <Fragment key={label}>
          <dt className="muted">{words.labels[label]}</dt>
          {values.map((value, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two modules can have the same text.
            <dd key={index}>
              <Fact what={words.facts[label]} value={value} />
            </dd>
          ))}
        </Fragment>
      ))}
    </dl>
  );
}
