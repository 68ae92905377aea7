import { Digits, type Json } from './json';
import type { Language } from './languages';

/** Documented fields of an error (API reference 1.11.0, the same for every status). */
export type ErrorBody = {
  errorMessage: string;
  errorCode?: string;
  traceId?: string;
  reference?: string;
  args?: Json[];
  typedArgs?: TypedArg[];
};

export type TypedArg = { value: Json; type: string };

/**
 * Errors by name. The texts of `401` and `403` and the code of `otherStudio` are documented; the others belong to the
 * demo.
 */
const texts = {
  validation: [
    'errormessage.validation.failed',
    'Die Anfrage ist ungültig. Bitte die Angaben prüfen.',
    'The request is not valid. Please check the values.',
  ],
  authentication: [
    'errormessage.authentication.failed',
    'Authentifizierung fehlgeschlagen. Kein API-Key, falscher API-Key oder falscher Header-Name.',
    'Authentication failed. No api-key, wrong api-key or wrong header name.',
  ],
  otherStudio: [
    'errormessage.permission.denied',
    'Autorisierung fehlgeschlagen. Der Aufrufer hat keine Berechtigung für die angegebene Ressource.',
    'Authorization failed. The caller has no privilege to the given resource.',
  ],
  scope: [
    'errormessage.scope.missing',
    'Autorisierung fehlgeschlagen. Der Aufrufer hat keine Berechtigung für die angegebene Ressource.',
    'Authorization failed. The caller has no privilege to the given resource.',
  ],
  notFound: ['errormessage.not.found', 'Der Datensatz wurde nicht gefunden.', 'The record was not found.'],
  method: [
    'errormessage.method.not.allowed',
    'Diese Methode ist hier nicht erlaubt.',
    'This method is not allowed here.',
  ],
  conflict: [
    'errormessage.conflict',
    'Der Datensatz wird gerade von einem anderen Vorgang geändert.',
    'The record is being changed by another operation.',
  ],
  tooLarge: ['errormessage.request.too.large', 'Die Anfrage ist zu groß.', 'The request is too large.'],
  rateLimit: [
    'errormessage.rate.limit.exceeded',
    'Zu viele Anfragen. Erlaubt sind 1000 Anfragen pro Minute.',
    'Too many requests. 1000 requests a minute are allowed.',
  ],
  internal: ['internal.error', 'Unerwarteter Systemfehler', 'Unexpected system error'],
  unavailable: [
    'service.unavailable',
    'Der Dienst ist vorübergehend nicht verfügbar.',
    'The service is temporarily unavailable.',
  ],
} as const satisfies Record<string, readonly [code: string, de: string, en: string]>;

export type ErrorName = keyof typeof texts;

export const statusOf: Readonly<Record<ErrorName, number>> = {
  validation: 400,
  authentication: 401,
  otherStudio: 403,
  scope: 403,
  notFound: 404,
  method: 405,
  conflict: 409,
  tooLarge: 413,
  rateLimit: 429,
  internal: 500,
  unavailable: 503,
};

/** What an error depends on: language of the message and trace ID. */
export interface ErrorContext {
  language: Language;
  /** 32 hexadecimal digits, different for every request. */
  traceId: string;
}

/** `reference` names the invalid field, such as `parent.child`; with `typedArgs` the body also has `args`. */
export function errorBody(
  name: ErrorName,
  { language, traceId }: ErrorContext,
  detail: { reference?: string | undefined; typedArgs?: TypedArg[] | undefined } = {},
): ErrorBody {
  const [errorCode, de, en] = texts[name];
  return {
    errorMessage: language === 'de' ? de : en,
    errorCode,
    traceId,
    ...(detail.reference !== undefined && { reference: detail.reference }),
    ...(detail.typedArgs && {
      args: detail.typedArgs.map(({ value }) => asArgument(value)),
      typedArgs: detail.typedArgs,
    }),
  };
}

/** `args` are the values without their types; the demo writes numbers among them as text. */
function asArgument(value: Json): Json {
  return value instanceof Digits ? value.text : value;
}
