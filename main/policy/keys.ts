import { z } from 'zod';
import { balanceSigns } from '../../preload/contract/domain';
import { phoneLookupModes } from '../../preload/contract/phone-index';
import { languageChoices, maxIdleMinutes, verificationFactors } from '../../preload/contract/preferences';
import { parseAddress } from '../connection/address';
import { preferenceSchemas } from '../connection/preference-schemas';
import { requestsPerMinute } from '../connection/settings';

/** How management tools show a key; the templates are generated from it. */
export type Kind =
  | { is: 'choice'; of: readonly string[] }
  | { is: 'choices'; of: readonly string[] }
  | { is: 'list' }
  | { is: 'number'; from: number; to: number }
  | { is: 'switch' }
  | { is: 'text' };

export interface Key<T = unknown> {
  schema: z.ZodType<T>;
  kind: Kind;
  /** Name of the setting, in a few words. */
  title: string;
  /** What the setting does, and its default. */
  explains: string;
  example: T;
  /** SECURITY: true for a value that no report and no log may contain; `query` for a URL of which they contain no query. */
  isSecret?: true | 'query';
}

/**
 * A host name as `URL` normalises it, so that it can be compared: complete, lower case, without port and wildcard.
 */
const hostName = z.string().regex(/^[a-z\d-]+(\.[a-z\d-]+)+$/, 'not a host name');

/** An https address, or an http address on this machine, which may have a path; see {@link parseAddress}. */
const address = z
  .string()
  .refine((text) => 'addresses' in parseAddress(text), 'not an address of https')
  .transform((text) => {
    const parsed = parseAddress(text);
    return 'addresses' in parsed ? parsed.addresses[0] : text;
  });

/** A folder on a web server, by https or on this machine. */
const folderUrl = z
  .string()
  .refine((text) => URL.canParse(text) && 'addresses' in parseAddress(text), 'not an address of https')
  .transform((text) => (text.endsWith('/') ? text : `${text}/`));

/** A file on a web server, by https or on this machine, or on a file share. */
const fileUrl = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  return new URL(text).protocol === 'file:' || 'addresses' in parseAddress(text);
}, 'not an address of https or file');

function key<T>(
  schema: z.ZodType<T>,
  kind: Kind,
  title: string,
  explains: string,
  example: NoInfer<T>,
  isSecret?: true | 'query',
): Key<T> {
  return { schema, kind, title, explains, example, ...(isSecret && { isSecret }) };
}

/** Status of the customers who are indexed on request; members always are. */
export const phoneIndexStatuses = ['FORMER_MEMBER', 'PROSPECT'] as const;

/** Schemes of links that telephone programs and web pages use for numbers (RFC 3966; `callto:` is not standardised). */
export const phoneLinkSchemes = ['tel', 'callto'] as const;
export type PhoneLinkScheme = (typeof phoneLinkSchemes)[number];

export const updateChannels = ['stable', 'pilot'] as const;

/**
 * All policy keys. Reading, reporting, JSON Schema, ADMX, ADML, mobileconfig and the table of keys in `docs/policy/`
 * are generated from this table.
 */
export const policyKeys = {
  apiAddresses: key(
    z.array(address).min(1).max(200),
    { is: 'list' },
    'API addresses of the tenants',
    'The only addresses Ringside connects to. If there is only one, the agent enters just the key. Unset: the agent enters address and key.',
    ['https://studio.open-api.magicline.com', 'https://other-studio.open-api.magicline.com'],
  ),
  apiAddress: key(
    address,
    { is: 'text' },
    'API address (older name)',
    'Counts as a list of one for apiAddresses, which takes precedence where both are set.',
    'https://studio.open-api.magicline.com',
  ),
  balanceSign: key(
    z.enum(balanceSigns),
    { is: 'choice', of: balanceSigns },
    'Meaning of a negative balance',
    'The API does not explain the sign of a balance. asSent (default) claims nothing; negativeOwes and positiveOwes add "Owes" and "Credit" and their colours.',
    'negativeOwes',
  ),
  verificationFactors: key(
    z.array(z.enum(verificationFactors)),
    { is: 'choices', of: verificationFactors },
    'What a caller has to get right before money is shown',
    'Money and these are masked until the caller has given one. A factor that the agent searched by counts as given. Empty (default): money is shown at once.',
    ['dateOfBirth', 'postcode'],
  ),
  verificationOverride: key(
    z.boolean(),
    { is: 'switch' },
    'Show an account without a verification',
    'The agent can press "Show anyway". Each use is logged without the customer. Default: off.',
    true,
  ),
  idleMinutes: key(
    preferenceSchemas.idleMinutes,
    { is: 'number', from: 0, to: maxIdleMinutes },
    'Minutes without input until the desk is cleared',
    'Input is a key press, a mouse movement or a lookup. 0: never. Default: 5, and the choice of the agent.',
    3,
  ),
  maskContact: key(
    preferenceSchemas.maskContact,
    { is: 'switch' },
    'Mask e-mail, telephone and address',
    'They are shown for ten seconds on demand. Default: off, and the choice of the agent.',
    true,
  ),
  contentProtection: key(
    preferenceSchemas.contentProtection,
    { is: 'switch' },
    'Hide the window from screen capture',
    'The window is black in screenshots, recordings and shared screens, on Windows and macOS. Default: off, and the choice of the agent.',
    true,
  ),
  language: key(
    preferenceSchemas.language,
    { is: 'choice', of: languageChoices },
    'Language',
    'Of the window and of what the API says. Default: system, and the choice of the agent.',
    'de',
  ),
  requestsPerMinute: key(
    requestsPerMinute,
    { is: 'number', from: 10, to: 1_000 },
    'Requests per minute and endpoint from one desktop',
    'Applies to each studio. The API allows 1,000 per studio, shared by all its desktops. Default: 300.',
    120,
  ),
  phoneLookup: key(
    z.enum(phoneLookupModes),
    { is: 'choice', of: phoneLookupModes },
    'Find customers by telephone number',
    'The API documents no search by telephone number. Ringside therefore reads all customers of a studio and keeps digests of their numbers in memory. 500 customers are one request of about 1 MB: a studio of 5,000 costs each desktop 10 requests and 10 MB. onDemand: made when the first number is searched, of the studios searched. inBackground: made after the start and every phoneIndexHours. Default: off.',
    'inBackground',
  ),
  phoneIndexAlso: key(
    z.array(z.enum(phoneIndexStatuses)),
    { is: 'choices', of: phoneIndexStatuses },
    'Whose telephone numbers are indexed beside those of members',
    'Read after the members. Empty (default): members only.',
    ['FORMER_MEMBER'],
  ),
  phoneIndexRequestsPerMinute: key(
    z.int().min(1).max(600),
    { is: 'number', from: 1, to: 600 },
    'Requests per minute and studio for the telephone index',
    'Counts towards requestsPerMinute. Half of the requests that may be sent at once are kept for lookups. Default: 60.',
    20,
  ),
  phoneIndexHours: key(
    z.int().min(1).max(168),
    { is: 'number', from: 1, to: 168 },
    'Hours until the telephone index is made or fetched again',
    'Applies to inBackground and phoneIndexUrl. Default: 8.',
    24,
  ),
  phoneIndexSpreadMinutes: key(
    z.int().min(0).max(720),
    { is: 'number', from: 0, to: 720 },
    'Minutes over which desktops spread the telephone index',
    'Each desktop begins at a random time of this span after its start, so that they do not ask at once. Default: 30.',
    120,
  ),
  phoneIndexUrl: key(
    fileUrl,
    { is: 'text' },
    'Where the telephone index comes from',
    'A file that ringside --phone-index has written, on a web server (https) or a file share (file). Needs phoneIndexKey and phoneIndexPublicKey, and replaces reading all customers on each desktop. Unset: no file.',
    'https://files.example.com/ringside/phone-index',
    'query',
  ),
  phoneIndexKey: key(
    z.base64().refine((text) => Buffer.from(text, 'base64').length >= 32, 'shorter than 32 bytes'),
    { is: 'text' },
    'Key of the digests in the telephone index',
    'A secret: at least 32 random bytes in base64, never the example. Whoever has it and the file can find out whose numbers are in it. Only for phoneIndexUrl and --phone-index.',
    'q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80=',
    true,
  ),
  phoneIndexPublicKey: key(
    z.string().regex(/^MCowBQYDK2VwAyEA[A-Za-z\d+/]{43}=$/, 'not an Ed25519 public key'),
    { is: 'text' },
    'Key that verifies the telephone index',
    'Ed25519 public key, base64 of its DER (SPKI). A file without a valid signature is refused.',
    'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=',
  ),
  phoneLinks: key(
    z.array(z.enum(phoneLinkSchemes)),
    { is: 'choices', of: phoneLinkSchemes },
    'Links that Ringside opens as calls',
    'On Windows, registers Ringside for tel: or callto: links of this user, so that it looks up the number. A scheme that belongs to another program stays with it. On a Mac and on Linux it registers nothing (docs/telephony.md). Empty (default): none.',
    ['tel'],
  ),
  dialLinks: key(
    z.boolean(),
    { is: 'switch' },
    'Dial the telephone numbers of customers',
    'Shows a button beside each number that dials it with the telephone program of the desktop. Default: off.',
    true,
  ),
  callNotifications: key(
    z.boolean(),
    { is: 'switch' },
    'Notify of calls',
    'Shows a notification of the system for a call that arrives while another program is in front. It names neither the caller nor the number. Default: off.',
    true,
  ),
  startWithSession: key(
    z.boolean(),
    { is: 'switch' },
    'Start when the user signs in',
    'Ringside makes an entry for the user at its next start: a login item on Windows and macOS, a file in ~/.config/autostart on Linux. When the policy is off or gone, it removes its own entry at the next start, and no other. Default: off.',
    true,
  ),
  updates: key(
    z.boolean(),
    { is: 'switch' },
    'Updates by Ringside itself',
    'Off where software distribution keeps Ringside current. Default: on.',
    false,
  ),
  feedUrl: key(
    folderUrl,
    { is: 'text' },
    'Where updates come from',
    'A folder on a web server that holds the files of a release. Default: the feed the release was built with.',
    'https://updates.example.com/ringside/',
  ),
  channel: key(
    z.enum(updateChannels),
    { is: 'choice', of: updateChannels },
    'Which updates',
    'pilot gets new versions first, prereleases among them. Default: stable.',
    'pilot',
  ),
  telemetryEndpoint: key(
    folderUrl,
    { is: 'text' },
    'OpenTelemetry Collector',
    'Base URL of OTLP/HTTP. Ringside sends every call there: endpoint template, status, duration, kind of problem, trace ID, studio ID, version; nothing about customers. Unset (default): nothing is sent.',
    'https://otel.example.com/',
  ),
  datadogSite: key(
    hostName,
    { is: 'text' },
    'Datadog site for trace IDs',
    'Makes a link of the trace ID of a failure, to app.SITE. Unset: no link.',
    'datadoghq.eu',
  ),
  externalLinkHosts: key(
    z.array(hostName).max(50),
    { is: 'list' },
    'Hosts to which links may lead',
    'Whole names, no wildcards; https only. Empty (default): links out of Ringside open nothing.',
    ['wiki.example.com'],
  ),
} satisfies Record<string, Key>;

export type PolicyKey = keyof typeof policyKeys;

/** Values that an administrator has set; the agent cannot change them. */
export type Policy = { [K in PolicyKey]?: z.infer<(typeof policyKeys)[K]['schema']> };

/** Addresses that the policy allows; undefined where it allows all. */
export function allowedAddresses({ apiAddresses, apiAddress }: Policy): string[] | undefined {
  return apiAddresses ?? (apiAddress === undefined ? undefined : [apiAddress]);
}
