import type { CustomerRecord } from './api-records';
import type { Part } from './chains';
import {
  type ErrorBody,
  type ErrorContext,
  type ErrorName,
  errorBody,
  statusOf,
  type TypedArg,
} from './error-body';
import { Digits } from './json';
import type { Answer } from './send-answer';

/** How the calls for one customer fail. */
export interface Fault {
  /**
   * Calls that fail. `account`: the balances and both kinds of bookings; `all`: every GET of the customer's ID.
   */
  on: Part | 'account' | 'all';
  how: ErrorName | OddFault;
}

/** Failures other than a complete error body. */
export type OddFault =
  | 'slow'
  | 'signInPage'
  | 'gatewayPage'
  | 'messageAlone'
  | 'wrongTypes'
  | 'truncated'
  | 'dropped'
  | 'markup'
  | 'personal'
  | 'keyEcho'
  | 'everyOther';

/** All 17 documented types, each with a value that fits its name. The shapes of the values are not documented. */
export const allTypedArgs: TypedArg[] = [
  { value: '2022-06-15T23:59:59.999+02:00[Europe/Berlin]', type: 'TIMESTAMP' },
  { value: true, type: 'BOOLEAN' },
  { value: '2026-11-01', type: 'DATE' },
  { value: '--02-29', type: 'MONTH_DAY' },
  { value: '18:30:00', type: 'TIME' },
  { value: { value: 12, unit: 'MONTH' }, type: 'TERM' },
  {
    value: [
      { value: 1, unit: 'YEAR' },
      { value: 14, unit: 'DAY' },
    ],
    type: 'TERM_LIST',
  },
  { value: new Digits('9007199254740993'), type: 'INTEGER' },
  { value: new Digits('0.07'), type: 'DECIMAL' },
  { value: 'Premium', type: 'STRING' },
  { value: { amount: new Digits('20.00'), currency: 'EUR' }, type: 'MONEY' },
  { value: { unlimited: false, value: 5 }, type: 'LIMITABLE_CONFIG_PROPERTY' },
  { value: 'account.balance', type: 'I18N_KEY' },
  { value: ['account.balance', 'account.dunning.level'], type: 'I18N_KEY_LIST' },
  { value: ['CUSTOMER_READ', 'CUSTOMER_ACCOUNT_READ'], type: 'PERMISSION_LIST' },
  { value: 'FORMER_MEMBER', type: 'ENUM' },
  { value: [{ dayOfWeek: 'MONDAY', from: '08:00', to: '22:00' }], type: 'AVAILABILITY_LIST' },
];

/** Field and arguments of a complete error body, by error. */
const details: Partial<Record<ErrorName, { reference: string; types: string[] }>> = {
  authentication: { reference: 'header.X-API-KEY', types: ['STRING'] },
  otherStudio: { reference: 'customer.studioId', types: ['INTEGER'] },
  scope: { reference: 'key.scopes', types: ['PERMISSION_LIST'] },
  notFound: { reference: 'customer.account', types: ['INTEGER', 'I18N_KEY'] },
  conflict: { reference: 'customer.account', types: ['TIMESTAMP', 'ENUM'] },
  rateLimit: { reference: 'key.quota', types: ['INTEGER', 'TERM'] },
  internal: { reference: 'account.balance', types: ['MONEY', 'DATE'] },
  unavailable: { reference: 'account.balance', types: ['TIME', 'BOOLEAN'] },
};

/** An error with every documented field; `validation` has all 17 types. */
export function fullError(name: ErrorName, context: ErrorContext): ErrorBody {
  const { reference = 'account.balance', types } = details[name] ?? {};
  const typedArgs = types ? allTypedArgs.filter(({ type }) => types.includes(type)) : allTypedArgs;
  return errorBody(name, context, { reference, typedArgs });
}

/** What the answer to a request depends on, beside its path. */
export interface RequestContext extends ErrorContext {
  /** Key of the request. */
  key: string;
  slowMs: number;
}

/** Answer of a fault in place of the `proper` one; `earlier` is the number of calls that already failed. */
export function faultAnswer(
  how: Fault['how'],
  customer: CustomerRecord,
  request: RequestContext,
  proper: Answer,
  earlier: number,
): Answer {
  const internal = (change: Partial<ErrorBody>): Answer => ({
    status: 500,
    body: { ...fullError('internal', request), ...change },
  });
  switch (how) {
    case 'slow':
      return { ...proper, delayMs: request.slowMs };
    case 'signInPage':
      return { status: 200, html: signInPage };
    case 'gatewayPage':
      return { status: 502, html: gatewayPage };
    case 'messageAlone':
      return { status: 500, body: { errorMessage: errorBody('internal', request).errorMessage } };
    case 'wrongTypes':
      return { status: 200, body: wrongTypes };
    case 'truncated':
      return { ...proper, truncated: true };
    case 'dropped':
      return { ...proper, dropped: true };
    case 'markup':
      return { status: 400, body: { ...fullError('validation', request), errorMessage: markup } };
    case 'personal':
      return internal({
        errorMessage: `The account of ${customer.firstName} ${customer.lastName} (${customer.email}) is broken`,
        args: [customer.lastName ?? null, customer.email ?? null],
        typedArgs: [
          { value: customer.lastName ?? null, type: 'STRING' },
          { value: customer.email ?? null, type: 'STRING' },
        ],
      });
    case 'keyEcho':
      return internal({ errorMessage: `Header X-API-KEY: ${request.key} could not be processed` });
    case 'everyOther':
      return earlier % 2 === 0 ? { status: 503, body: fullError('unavailable', request) } : proper;
    default:
      return { status: statusOf[how], body: fullError(how, request) };
  }
}

const wrongTypes = {
  accountBalance: { amount: 'twelve', currency: 5 },
  consumptionCredit: ['12.50', 'EUR'],
  dunningLevel: { level: 1 },
  inDebtCollection: 'maybe',
};

const markup =
  '<b>Bold</b> <script>document.title = "run"</script> <img src=x onerror="document.title = \'run\'"> &amp;';

/** Sign-in page of a captive portal, such as a hotel's. */
const signInPage = `<!doctype html>
<html><head><meta charset="utf-8"><title>Guest Wi-Fi</title></head>
<body><h1>Welcome to Guest Wi-Fi</h1><form action="/login" method="post">
<label>Room number <input name="room"></label> <button>Accept the terms and connect</button>
</form></body></html>
`;

const gatewayPage = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>gateway</center></body>
</html>
`;
