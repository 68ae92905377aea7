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
  return studio?.name ?? messages.customer.studio(studioIdOf(ref));
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
