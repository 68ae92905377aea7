import type { ReactNode } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Money } from '../../../preload/contract/domain';
import { nextDueOf, type Overdue, overdueOf, unknownDue } from '../../bookings/due-amounts';
import { Fact } from '../../components/fact';
import { Skeleton } from '../../components/skeleton';
import { daysBetween, formatDate, formatDays, today } from '../../format/date';
import { formatMoney } from '../../format/money';
import { known } from '../../loadable';
import type { Messages } from '../../messages/en';
import { useLanguage } from '../../messages/language';
import styles from './account-panel.module.css';
import type { BookingsState } from './bookings-store';
import { Figure } from './figure';

/** The sum that is open and overdue and the sum that is due next, each with the number of bookings in it. */
export function DueFigures({ past, upcoming }: Record<'past' | 'upcoming', StoreApi<BookingsState>>) {
  const words = useLanguage().messages.account;
  return (
    <>
      <Figure label={words.openAndOverdue}>
        <FromBookings store={past} render={(state) => <OverdueSums {...state} upcoming={upcoming} />} />
      </Figure>
      <Figure label={words.nextDue}>
        <FromBookings store={upcoming} render={(state) => <NextDue {...state} />} />
      </Figure>
    </>
  );
}

/**
 * Describes an overdue sum: how many bookings it is of, how late the oldest is, and what it does not include.
 *
 * @param loaded number of loaded bookings; undefined when all are loaded
 */
export function overdueDetails(
  { count, oldest, unknown, negative }: Overdue,
  loaded: number | undefined,
  words: Messages['account'],
  day: string,
): string {
  const late = oldest === undefined ? 0 : daysBetween(oldest, day);
  return [
    count > 0 && words.overdue(count, late > 0 ? late : undefined),
    loaded !== undefined && words.ofLoaded(loaded),
    unknown > 0 && words.unknown(unknown),
    negative > 0 && words.negative(negative),
  ]
    .filter(Boolean)
    .join(', ');
}

type Loaded = Pick<BookingsState, 'nextOffset'> & { bookings: NonNullable<ReturnType<typeof loadedOf>> };

const loadedOf = ({ content }: BookingsState) => known(content)?.value;

function FromBookings(props: { store: StoreApi<BookingsState>; render: (loaded: Loaded) => ReactNode }) {
  const state = useStore(props.store);
  const bookings = loadedOf(state);
  if (!bookings)
    return (
      <div className={styles.value}>{state.content.state === 'failed' ? '–' : <Skeleton width={88} />}</div>
    );
  return (
    <div data-stale={state.content.state !== 'ready' || undefined}>
      {props.render({ bookings, nextOffset: state.nextOffset })}
    </div>
  );
}

function OverdueSums({ bookings, nextOffset, upcoming }: Loaded & { upcoming: StoreApi<BookingsState> }) {
  const { messages } = useLanguage();
  const ahead = useStore(upcoming, loadedOf);
  const words = messages.account;
  const day = today();
  const overdue = overdueOf(bookings, day, ahead);
  const loaded = nextOffset === undefined ? undefined : bookings.length;
  return (
    <>
      <Sums
        sums={overdue.sums}
        what={messages.facts.openAmount}
        none={overdue.unknown > 0 ? messages.notSupplied : words.nothingOpen}
        className={styles.owes}
      />
      <Details texts={[overdueDetails(overdue, loaded, words, day)]} />
    </>
  );
}

function NextDue({ bookings, nextOffset }: Loaded) {
  const { messages, locale } = useLanguage();
  const words = messages.account;
  const day = today();
  const next = nextDueOf(bookings, day);
  const unknown = unknownDue(bookings);
  const details = [
    next && `${formatDate(next.date, locale)}, ${formatDays(daysBetween(day, next.date), locale)}`,
    next && next.count > 1 && words.several(next.count),
    nextOffset !== undefined && words.ofLoaded(bookings.length),
    unknown > 0 && words.unknown(unknown),
  ];
  return (
    <>
      <Sums
        sums={next?.sums ?? []}
        what={messages.facts.nextDue}
        none={unknown > 0 ? messages.notSupplied : words.nothingDue}
      />
      <Details texts={details} />
    </>
  );
}

function Sums(props: { sums: Money[]; what: string; none: string; className?: string | undefined }) {
  const { locale } = useLanguage();
  if (props.sums.length === 0) return <div className={`${styles.absent} muted`}>{props.none}</div>;
  return props.sums.map((money) => (
    <div key={money.currency} className={[styles.value, props.className, 'number'].filter(Boolean).join(' ')}>
      <Fact what={props.what} value={formatMoney(money, locale)} />
    </div>
  ));
}

function Details({ texts }: { texts: (string | false | undefined)[] }) {
  const text = texts.filter(Boolean).join(', ');
  return text && <div className={`${styles.label} muted small`}>{text}</div>;
}
