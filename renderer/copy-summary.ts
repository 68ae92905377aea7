import type { Studio } from '../preload/contract/studio';
import { studioName } from './components/studios';
import { customerSummary } from './customer-summary';
import type { Desk } from './desk/desk';
import { isVerified } from './features/verification/verification-store';
import { known } from './loadable';
import { maskedFields } from './masked-fields';
import type { Language } from './messages/language';

/** Copies the summary of the open customer and their account. */
export function copySummary(desk: Desk, studios: readonly Studio[], language: Language): void {
  const { stores, start } = desk;
  const { key: ref, content } = stores.customer.getState();
  const customer = known(content)?.value;
  if (!ref || !customer) return;
  const [past, upcoming] = [stores.past.getState(), stores.upcoming.getState()];
  const verification = stores.verification.getState();
  const summary = customerSummary(
    {
      customer,
      studio: studioName(ref.studio, studios, language.messages),
      account: stores.account.getState().content,
      past: past.content,
      upcoming: upcoming.content,
      isComplete: past.nextOffset === undefined,
      balanceSign: start.balanceSign,
      masked: maskedFields(verification, stores.settings.getState().preferences.maskContact),
      isVerified: isVerified(verification),
      asOf: desk.oldestDataTime() ?? known(content)?.asOf,
    },
    language,
  );
  void stores.copies.getState().copyRequested(language.messages.copying.summary, summary);
}
