import { Fact } from '../../components/fact';

/**
 * Text of a fact, as a link where it has a page: main opens the link in the default browser, if the policy allows its host.
 * Any other fact is copied by a click.
 */
export function FactValue({ label, text, link }: { label: string; text: string; link: string | undefined }) {
  if (!link) return <Fact what={label} value={text} />;
  return (
    <a href={link} target="_blank" rel="noreferrer" data-copy={label}>
      {text}
    </a>
  );
}
