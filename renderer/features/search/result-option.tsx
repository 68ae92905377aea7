import { Fragment, memo } from 'react';
import type { SearchHit } from '../../../preload/contract/domain';
import { foldName } from '../../../preload/contract/fold-name';
import { listName } from '../../../preload/contract/list-name';
import { type Maskable, useMaskedInLists } from '../../components/masking';
import { Tag } from '../../components/tag';
import { formatDate } from '../../format/date';
import { maskedText } from '../../format/mask';
import { statusWord, useLanguage } from '../../messages/language';
import { highlight } from './highlight';
import { readings } from './recognise';
import styles from './results.module.css';

/**
 * One customer in the list: the whole name, what distinguishes people of the same name, and the studio last. Only rows whose
 * properties change are rendered again: while the list scrolls, those that come into view.
 */
export const ResultOption = memo(function ResultOption(props: {
  id: string;
  hit: SearchHit;
  /** Position in the whole answer, from 1. */
  place: number;
  of: number;
  /** Measures the height of the row, which depends on how many lines it takes. */
  measure: (row: HTMLElement | null) => void;
  /** Offset from the top of the list, in pixels. */
  top: number;
  active: boolean;
  open: boolean;
  /** Name of the home studio, where the list can contain customers of several. */
  studioName: string | undefined;
  askedText: string;
  onChoose: (hit: SearchHit) => void;
}) {
  const { messages, locale } = useLanguage();
  const { customer } = props.hit;
  const name = listName(customer);
  const masked = useMaskedInLists();
  /** A value of the record, masked unless the agent typed it. */
  const shown = (field: Maskable, value: string | undefined, isTyped = isIn, text = value) =>
    value === undefined
      ? undefined
      : masked.has(field) && !isTyped(value, props.askedText)
        ? maskedText
        : text;
  const { number, dateOfBirth, city } = customer;
  const facts = [
    shown('customerNumber', number) ?? `${messages.customer.id} ${customer.id}`,
    shown('dateOfBirth', dateOfBirth, isDateIn, dateOfBirth && formatDate(dateOfBirth, locale)),
  ].filter((fact) => fact !== undefined);
  const place = shown('address', city);
  const status = customer.status === 'MEMBER' ? undefined : statusWord(messages, customer.status);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box holds the focus and handles the keys of the list.
    <div
      ref={props.measure}
      id={props.id}
      data-index={props.place - 1}
      role="option"
      tabIndex={-1}
      aria-posinset={props.place}
      aria-setsize={props.of}
      style={{ top: props.top }}
      data-copy={messages.copying.rows(1)}
      data-text={[name ?? messages.customer.unnamed, ...facts, place, status, props.studioName]
        .filter(Boolean)
        .join(', ')}
      aria-selected={props.active}
      aria-current={props.open || undefined}
      className={styles.option}
      // The box keeps the focus, so that the arrow keys work after a click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onChoose(props.hit)}
    >
      <div className={styles.name}>
        {name === undefined
          ? messages.customer.unnamed
          : highlight(name, props.askedText).map((part, index) =>
              part.marked ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: parts of one string have no other identity.
                <mark key={index}>{part.text}</mark>
              ) : (
                part.text
              ),
            )}
      </div>
      <div className={`${styles.below} muted small number`}>
        <span>
          {facts.map((fact, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: masked facts have the same text.
            <Fragment key={index}>
              {index > 0 && ' · '}
              <span className={styles.whole}>{fact}</span>
            </Fragment>
          ))}
          {!props.studioName && place && ` · ${place}`}
        </span>
        {props.hit.distance !== undefined && <Tag>{messages.search.similar}</Tag>}
        {customer.accessRefused && <Tag look="warning">{messages.customer.accessBlocked}</Tag>}
        {status && <Tag>{status}</Tag>}
      </div>
      {props.studioName && (
        <div className={`${styles.studio} muted small`}>
          {[place, props.studioName].filter(Boolean).join(' · ')}
        </div>
      )}
    </div>
  );
});

/** Whether a text can mean a day. */
const isDateIn = (date: string, typed: string): boolean =>
  readings(typed).some((reading) => 'date' in reading && reading.date === date);

/** Whether the typed text is a value or contains it as words. Accents and punctuation do not count. */
function isIn(value: string, typed: string): boolean {
  const bare = (text: string) =>
    foldName(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return (
    ` ${bare(typed)} `.includes(` ${bare(value)} `) ||
    bare(typed).replaceAll(' ', '') === bare(value).replaceAll(' ', '')
  );
}
