import { createContext, type ReactNode, useContext } from 'react';
import type { Problem } from '../../preload/contract/problem';
import { type Studio, type StudioRef, studioIdOf } from '../../preload/contract/studio';
import type { Messages } from '../messages/en';
import type { ProblemWords } from '../messages/en-problems';
import { useLanguage } from '../messages/language';

const Context = createContext<readonly Studio[]>([]);

/** The studios of this desktop, for the names that components show. */
export function StudiosProvider({ studios, children }: { studios: readonly Studio[]; children: ReactNode }) {
  return <Context.Provider value={studios}>{children}</Context.Provider>;
}

export function useStudios(): readonly Studio[] {
  return useContext(Context);
}

/** Whether the desk has several studios, so that messages and customers name theirs. */
export const areSeveral = (studios: readonly Studio[]): boolean => studios.length > 1;

/** Name of a studio; the ID of one that this desktop does not know. */
export function studioName(ref: StudioRef, studios: readonly Studio[], messages: Messages): string {
  const studio = studios.find((each) => each.ref === ref || each.formerRef === ref);
  if (!studio) return messages.customer.studio(studioIdOf(ref));
  const isNamesake = studios.some((each) => each.name === studio.name && each.ref !== studio.ref);
  return isNamesake ? `${studio.name} (${placeOf(studio, studios)})` : studio.name;
}

/** What tells a studio from its namesakes: the host, or the ID where they share it. */
function placeOf({ ref, name, address, id }: Studio, studios: readonly Studio[]): string {
  const others = studios.filter((each) => each.name === name && each.ref !== ref);
  return others.some((each) => each.address === address) ? id : address.replace(/^https?:\/\//, '');
}

/** Texts of a problem. On a desk with several studios, the title begins with the name of the studio. */
export function problemWords(problem: Problem, studios: readonly Studio[], messages: Messages): ProblemWords {
  const { title, advice } = messages.problems[problem.kind];
  if (problem.studio === undefined) return { title, advice };
  if (problem.kind === 'noKeyForStudio')
    return { title: messages.studios.noKeyFor(studioIdOf(problem.studio)), advice };
  const name = studioName(problem.studio, studios, messages);
  return { title: areSeveral(studios) ? `${name}: ${title}` : title, advice };
}

export function useProblemWords(): (problem: Problem) => ProblemWords {
  const studios = useStudios();
  const { messages } = useLanguage();
  return (problem) => problemWords(problem, studios, messages);
}
