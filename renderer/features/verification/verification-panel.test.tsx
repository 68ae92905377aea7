import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { RingsideCalls } from '../../../preload/contract/api';
import type { AppStart } from '../../../preload/contract/calls';
import { VerificationPanel } from './verification-panel';
import { createVerificationStore } from './verification-store';

it.each([true, false])(
  'says that the account stays hidden only where nothing can show it: %s',
  (verificationOverride) => {
    const policy = { verificationFactors: ['postcode'], verificationOverride } as unknown as AppStart;
    const html = renderToStaticMarkup(
      <VerificationPanel
        store={createVerificationStore({} as RingsideCalls['desk'], policy)}
        customer={{ id: '1', status: 'MEMBER', accessRefused: false }}
        datesOf={() => []}
      />,
    );
    expect(html).toContain('none of the data that your policy requires.');
    expect(html.includes('Show anyway')).toBe(verificationOverride);
    expect(html.includes('stays hidden')).toBe(!verificationOverride);
  },
);
