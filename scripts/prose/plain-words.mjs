import { toString as textOf } from 'nlcst-to-string';
import { visit } from 'unist-util-visit';

/** Phrases that CONTRIBUTING.md rules out, and what to write instead. */
const phrases = [
  [/\b(whoever|whatever|whomever)\b/i, 'name the person or the thing'],
  [/\banew\b/i, 'again'],
  [/\bso (many|often|long)\b(?! as)/i, 'give the number'],
  [/\bof ours\b/i, "Ringside's"],
  [/\b(is|are|was|were) told\b/i, 'receives, is notified, is shown'],
  [/\bas bad as\b/i, 'say what happens'],
  [/\b(what of it|nothing more|here and now|this and that|for want of)\b/i, 'say it plainly'],
  [/\b(somebody|nobody) else\b/i, 'another person'],
  [/\bby itself\b/i, 'automatically, on its own'],
  [/\bin vain\b/i, 'without success'],
];

/** Longest sentence, in words. */
const maxWords = 45;

/** Retext plugin that warns about phrases of the list and about long sentences. */
export function plainWords() {
  return (tree, file) => {
    visit(tree, 'SentenceNode', (sentence) => {
      // Code in a sentence is a SourceNode and no prose.
      const text = textOf(sentence.children.filter(({ type }) => type !== 'SourceNode'));
      for (const [phrase, advice] of phrases) {
        const found = phrase.exec(text);
        if (found)
          file.message(`"${found[0]}": ${advice}`, {
            place: sentence.position,
            source: 'prose',
            ruleId: 'plain-words',
          });
      }
      const words = sentence.children.filter(({ type }) => type === 'WordNode').length;
      if (words > maxWords)
        file.message(`${words} words in a sentence, at most ${maxWords}`, {
          place: sentence.position,
          source: 'prose',
          ruleId: 'long-sentence',
        });
    });
  };
}
