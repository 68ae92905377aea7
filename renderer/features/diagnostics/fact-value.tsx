/** Text of a fact, as a link where it has a page. Main opens the link in the default browser, if the policy allows its host. */
export function FactValue({ text, link }: { text: string; link: string | undefined }) {
  if (!link) return text;
  return (
    <a href={link} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}
