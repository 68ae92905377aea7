import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Reading } from '../../../preload/contract/domain';
import { useLanguage } from '../../messages/language';
import { readingWords } from './reading-words';
import styles from './search-box.module.css';

/** List of everything that the text can mean, the current reading first. ↑ ↓ and Enter choose, Esc closes. */
export function ReadingPicker(props: {
  readings: readonly Reading[];
  onPick: (reading: Reading) => void;
  onClose: () => void;
  /** The focus has gone elsewhere. */
  onLeave: () => void;
}) {
  const language = useLanguage();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const { readings, onPick, onClose } = props;

  useEffect(() => list.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      Home: -readings.length,
      End: readings.length,
    };
    const step = steps[event.key];
    const picked = readings[active];
    if (step !== undefined) setActive(Math.max(0, Math.min(readings.length - 1, active + step)));
    else if (event.key === 'Enter' && picked) onPick(picked);
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={language.messages.search.readAs}
      aria-activedescendant={`${id}-${active}`}
      className={styles.readings}
      onKeyDown={onKeyDown}
      // Until the event ends nothing has the focus, and the desk would give it to the search box.
      onBlur={() => setTimeout(props.onLeave)}
    >
      {readings.map((reading, index) => {
        const { kind, value } = readingWords(reading, language);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list holds the focus and handles the keys.
          <div
            key={`${kind} ${value}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.reading}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => onPick(reading)}
          >
            <span>{kind}</span>
            <span className={`${styles.value} muted number`}>{value}</span>
          </div>
        );
      })}
    </div>
  );
}
