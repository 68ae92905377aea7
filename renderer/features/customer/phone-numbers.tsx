import { useEffect, useState } from 'react';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { Customer } from '../../../preload/contract/domain';
import type { CustomerPhone } from '../../../preload/contract/phone-index';
import type { Problem } from '../../../preload/contract/problem';
import type { CustomerRef } from '../../../preload/contract/studio';
import { Fact } from '../../components/fact';
import { useLanguage } from '../../messages/language';
import styles from './customer-header.module.css';
import { type DialMessages, dialMessages } from './messages';

/** How long the word that a number was passed on stays on screen, in milliseconds. A failure stays. */
const wordMs = 4_000;

/** Reads the numbers of a customer for people, and dials them. */
export type Dialling = Pick<RingsideCalls['phone'], 'numbers' | 'dial'>;

interface PhonesProps {
  of: CustomerRef;
  customer: Customer;
  isMasked: boolean;
  /** Absent unless the policy lets numbers be dialled. */
  dialling: Dialling | undefined;
}

/** Telephone numbers of the open customer: as they were sent, or formatted and with a button that dials. */
export function PhoneNumbers({ of, customer, isMasked, dialling }: PhonesProps) {
  const { messages, code } = useLanguage();
  const words = dialMessages[code];
  const [readable, setReadable] = useState<readonly CustomerPhone[]>([]);
  const [word, setWord] = useState<keyof DialMessages['word']>();

  // Again with each record: a refreshed customer may have other numbers.
  useEffect(() => {
    if (!dialling || isMasked || !customer.phones) return;
    let isCurrent = true;
    void dialling.numbers(of).then((outcome) => {
      if (isCurrent && outcome.ok) setReadable(outcome.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [dialling, of, customer, isMasked]);

  useEffect(() => {
    if (word !== 'dialled') return;
    const hiding = setTimeout(() => setWord(undefined), wordMs);
    return () => clearTimeout(hiding);
  }, [word]);

  async function dial(sent: string): Promise<void> {
    // Emptied first, so that a screen reader announces the same words again.
    setWord(undefined);
    const outcome = await dialling?.dial({ ...of, sent });
    if (outcome) setWord(outcome.ok ? 'dialled' : wordOf(outcome.problem));
  }

  return (
    <>
      {customer.phones?.map((sent) => {
        const { shown = sent, extension, canDial } = readable.find((phone) => phone.sent === sent) ?? {};
        const text = extension === undefined ? shown : `${shown} ${words.extension(extension)}`;
        return (
          <span key={sent} className={styles.phone}>
            <Fact what={messages.facts.phone} value={text} masked={isMasked} className={styles.fact} />
            {canDial && !isMasked && (
              <button
                type="button"
                className={styles.dial}
                aria-label={`${words.dial} ${text}`}
                onClick={() => void dial(sent)}
              >
                {words.dial}
              </button>
            )}
          </span>
        );
      })}
      {dialling && (
        <span role="status" className={styles.dialWord}>
          {word && words.word[word]}
        </span>
      )}
    </>
  );
}

function wordOf({ kind }: Problem): keyof DialMessages['word'] {
  if (kind === 'tooManyCalls') return 'tooMany';
  return kind === 'internal' ? 'noProgram' : 'refused';
}
