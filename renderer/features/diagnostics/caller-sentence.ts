import type { Messages } from '../../messages/en';
import { sentenceFor } from '../../problem-traits';
import { type Failure, sourceNameOf } from './diagnostics-store';

/**
 * The sentence that the agent can say to the caller about a failure, in quotation marks. It promises nothing that was not
 * done, and offers only what can work.
 *
 * @param phone telephone number of the caller, where the desk shows it
 */
export function callerSentence(
  { source, problem }: Pick<Failure, 'source' | 'problem'>,
  phone: string | undefined,
  { tellCaller }: Pick<Messages, 'tellCaller'>,
): string {
  const name = sourceNameOf(source);
  const cannot = tellCaller.cannot[name] ?? tellCaller.cannotSee;
  // A failed search is not about the customer who is still on the desk.
  const known = name === 'search' ? undefined : phone;
  // A line break must not split the number.
  const callBack = tellCaller.callBack(known?.replaceAll(' ', '\u00a0'));
  const { askDetails, lookAgain, otherStudio, whichStudio, tryAgain, wait } = tellCaller;
  const parts = {
    tryAgain: [cannot, tryAgain, callBack],
    callBack: [cannot, callBack],
    wait: [cannot, wait, callBack],
    askDetails: name === 'search' ? [askDetails] : [cannot, callBack],
    lookAgain: [lookAgain],
    otherStudio: name === 'search' ? [whichStudio] : [otherStudio, callBack],
  }[sentenceFor(problem.kind)];
  return tellCaller.quoted(parts.join(' '));
}
