import { useId } from 'react';
import { useLanguage } from '../../messages/language';
import styles from './settings-screen.module.css';

/** Properties that all fields of a preference share. */
interface FieldProps<T> {
  label: string;
  value: T;
  /** True when a policy sets the value; the field then shows it disabled, with the reason. */
  locked: boolean;
  onChange: (value: T) => void;
}

/** Field for one of a few values. */
export function Choice<T extends string | number>(
  props: FieldProps<T> & { of: readonly T[]; name: (value: T) => string },
) {
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{props.label}</label>
      <span className={styles.field}>
        <select
          id={id}
          className={styles.select}
          disabled={props.locked}
          aria-describedby={props.locked ? `${id}-locked` : undefined}
          value={props.of.indexOf(props.value)}
          onChange={({ target }) => {
            const chosen = props.of[Number(target.value)];
            if (chosen !== undefined) props.onChange(chosen);
          }}
        >
          {props.of.map((value, index) => (
            <option key={value} value={index}>
              {props.name(value)}
            </option>
          ))}
        </select>
        {props.locked && <Locked id={`${id}-locked`} />}
      </span>
    </div>
  );
}

/** Field for on or off. */
export function Toggle(props: FieldProps<boolean> & { hint: string }) {
  const id = useId();
  return (
    <div className={styles.row}>
      <span className={styles.words}>
        <label htmlFor={id}>{props.label}</label>
        <span id={`${id}-hint`} className="muted small">
          {props.hint}
        </span>
      </span>
      <span className={styles.field}>
        <input
          id={id}
          type="checkbox"
          className={styles.toggle}
          disabled={props.locked}
          aria-describedby={props.locked ? `${id}-hint ${id}-locked` : `${id}-hint`}
          checked={props.value}
          onChange={({ target }) => props.onChange(target.checked)}
        />
        {props.locked && <Locked id={`${id}-locked`} />}
      </span>
    </div>
  );
}

function Locked({ id }: { id: string }) {
  const { messages } = useLanguage();
  return (
    <span id={id} className="muted small">
      {messages.settings.locked}
    </span>
  );
}
