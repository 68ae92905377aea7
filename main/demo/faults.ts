import { Digits } from './json';
import type { DemoCustomer } from './model';

/** How calls for one customer fail. */
export interface Fault {
  /** Which calls: the balances, both kinds of bookings, or every one under the customer's id. */
  on: 'balances' | 'bookings' | 'all';
  status?: number;
  /** What stands in the body; the full documented error body when absent. */
  body?: 'html' | 'slow' | 'message' | 'types' | 'markup' | 'personal';
}

export type Language = 'de' | 'en';

interface Words {
  code: string;
  de: string;
  en: string;
}

/** The first two are the documented pairs; the rest is invented for the demo. */
const words: Record<number, Words> = {
  401: {
    code: 'errormessage.authentication.failed',
    de: 'Authentifizierung fehlgeschlagen. Kein API-Schlüssel, falscher API-Schlüssel oder falscher Header-Name.',
    en: 'Authentication failed. No api-key, wrong api-key or wrong header name.',
  },
  403: {
    code: 'errormessage.permission.denied',
    de: 'Autorisierung fehlgeschlagen. Der Aufrufer hat kein Recht an der angegebenen Ressource.',
    en: 'Authorization failed. The caller has no privilege to the given resource.',
  },
  400: { code: 'errormessage.validation', de: 'Ungültige Anfrage.', en: 'Invalid request.' },
  404: { code: 'errormessage.not.found', de: 'Nicht gefunden.', en: 'Not found.' },
  405: { code: 'errormessage.method', de: 'Methode nicht erlaubt.', en: 'Method not allowed.' },
  409: {
    code: 'errormessage.conflict',
    de: 'Der Datensatz wird gerade geändert.',
    en: 'The record is being changed.',
  },
  413: { code: 'errormessage.too.large', de: 'Die Anfrage ist zu groß.', en: 'The request is too large.' },
  429: { code: 'errormessage.rate.limit', de: 'Zu viele Anfragen.', en: 'Too many requests.' },
  500: { code: 'internal.error', de: 'Unerwarteter Systemfehler', en: 'Unexpected system error' },
  502: { code: 'bad.gateway', de: 'Fehlerhaftes Gateway', en: 'Bad gateway' },
  503: { code: 'service.unavailable', de: 'Dienst nicht verfügbar', en: 'Service unavailable' },
};

/** All 17 documented types, each with a value such as the API might send. */
const typedArgs = [
  { type: 'TIMESTAMP', value: '2022-06-15T23:59:59.999+02:00[Europe/Berlin]' },
  { type: 'BOOLEAN', value: true },
  { type: 'DATE', value: '2026-11-01' },
  { type: 'MONTH_DAY', value: '--02-29' },
  { type: 'TIME', value: '14:03:22' },
  { type: 'TERM', value: { value: 12, unit: 'MONTH' } },
  { type: 'TERM_LIST', value: [{ value: 1, unit: 'YEAR' }] },
  { type: 'INTEGER', value: new Digits('9007199254740993') },
  { type: 'DECIMAL', value: new Digits('0.07') },
  { type: 'STRING', value: 'Premium' },
  { type: 'MONEY', value: { amount: new Digits('20.00'), currency: 'EUR' } },
  { type: 'LIMITABLE_CONFIG_PROPERTY', value: { name: 'maxBookings', limit: 5 } },
  { type: 'I18N_KEY', value: 'account.balance' },
  { type: 'I18N_KEY_LIST', value: ['account.balance', 'account.dunning'] },
  { type: 'PERMISSION_LIST', value: ['CUSTOMER_READ', 'CUSTOMER_ACCOUNT_READ'] },
  { type: 'ENUM', value: 'MEMBER' },
  { type: 'AVAILABILITY_LIST', value: [{ from: '08:00', to: '20:00' }] },
];

const twoArgs = typedArgs.filter(({ type }) => type === 'MONEY' || type === 'DATE');

/** The documented error body, its message in the language asked for. */
export function errorBody(status: number, language: Language, traceId: string, reference?: string) {
  const { code, ...texts } = words[status] ?? { code: 'unknown', de: 'Fehler', en: 'Error' };
  return { errorMessage: texts[language], errorCode: code, traceId, reference };
}

/** The body of a fault of an example, richer than {@link errorBody}: arguments, or whatever the fault is about. */
export function faultBody(
  fault: Fault,
  customer: DemoCustomer,
  language: Language,
  traceId: string,
): unknown {
  const status = fault.status ?? 200;
  const body = errorBody(status, language, traceId, status === 400 ? 'account.balance' : undefined);
  switch (fault.body) {
    case 'message':
      return { errorMessage: body.errorMessage };
    case 'types':
      return { accountBalance: { amount: 'twelve', currency: 5 }, inDebtCollection: 'maybe' };
    case 'markup':
      return { ...body, errorMessage: '<b>Bold</b> <script>alert(1)</script> <img src=x onerror=alert(1)>' };
    case 'personal':
      return {
        ...body,
        errorMessage: `Account of ${customer.firstName} ${customer.lastName} (${customer.email}) is broken`,
        args: [customer.lastName, customer.email],
      };
    default:
      return { ...body, args: ['20.00', '2026-11-01'], typedArgs: status === 400 ? typedArgs : twoArgs };
  }
}

/** What a captive portal or a gateway puts in front of the API. */
export const htmlPage =
  '<!doctype html><html><head><title>Sign in to the network</title></head><body>…</body></html>';
