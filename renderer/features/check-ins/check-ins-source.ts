import { refOf } from '../../customer-ref';
import { announceProblem } from '../../messages/announce-problem';
import { type Source, sourceOf } from '../../source';
import type { CheckInsStore } from './check-ins-store';
import { checkInsAnnouncement } from './check-ins-words';
import { checkInsMessages } from './messages';

/** Last check-in and number of check-ins of the customer, once the agent has opened them. */
export function checkInsSource(store: CheckInsStore): Source {
  return {
    ...sourceOf(store),
    open(hit) {
      // Without a key of the home studio there is nothing to ask.
      store.getState().opened(hit.via ? undefined : refOf(hit));
      return Promise.resolve();
    },
    label: ({ messages }) => messages.diagnostics.sources.checkIns,
    confidential: true,
    announcement(language, isVerified) {
      const { content, isOpen } = store.getState();
      if (content.state === 'failed')
        return announceProblem(checkInsMessages[language.code].failed, content.problem, language.messages);
      return content.state === 'ready' && isOpen && isVerified
        ? checkInsAnnouncement(content.value, language)
        : '';
    },
  };
}
