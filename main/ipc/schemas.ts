import { z } from 'zod';
import { type Input, maxHeldCalls } from '../../preload/contract/calls';
import { cardNumberFormats, lookupFields } from '../../preload/contract/domain';
import { brands } from '../../preload/contract/studio-import';
import { customerRef, id, scope, studio, text } from '../api/lookups/inputs';
import { type LookupChannel, lookups } from '../api/lookups/lookups';
import { preferenceSchemas } from '../connection/preference-schemas';
import type { DeskChannel, InputSchemas } from './register-handlers';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const word = text.min(1);
const similar = z.literal(true).exactOptional();
const cardNumberFormat = z.enum(cardNumberFormats).exactOptional();

const phoneNumber = word.max(60);

const reading = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('id'), id }),
  z.strictObject({
    kind: z.literal('by'),
    field: z.enum(lookupFields),
    value: word,
    otherwise: word.exactOptional(),
    cardNumberFormat,
  }),
  z.strictObject({
    kind: z.literal('digits'),
    digits: z.string().regex(/^\d{1,64}$/),
    cardNumberFormat,
    date: date.exactOptional(),
    mayBePhone: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('email'), email: word }),
  z.strictObject({ kind: z.literal('phone'), number: phoneNumber }),
  z.strictObject({ kind: z.literal('dateOfBirth'), date }),
  z.strictObject({
    kind: z.literal('name'),
    words: z.array(word).min(1).max(12),
    date: date.exactOptional(),
    similar,
  }),
  z.strictObject({
    kind: z.literal('lastFirst'),
    lastName: word,
    firstName: text,
    date: date.exactOptional(),
    similar,
  }),
]);

const studioName = z.string().max(200);
/** Maximum number of studios in a choice, and of rows in an import. */
const maxStudios = 2_000;
const brand = z.enum(brands);

const where = z.union([
  z.strictObject({ studio, scope }),
  z.strictObject({ studios: z.union([z.literal('all'), z.array(studio).max(maxStudios)]) }),
]);

const lookupInputs = Object.fromEntries(
  Object.entries(lookups).map(([channel, { input }]) => [channel, input]),
) as { [C in LookupChannel]: z.ZodType<Input<C>> };

/** Inputs of every channel that is registered with the services. */
export const inputSchemas: InputSchemas<DeskChannel> = {
  'app:settled': z.null(),
  // Limits against floods; main/connection checks both and says what is wrong.
  'connection:connect': z.strictObject({
    address: z.string().max(4_000),
    key: z.string().max(20_000),
    name: studioName.exactOptional(),
    replaces: studio.exactOptional(),
  }),
  'connection:resume': z.null(),
  'connection:explore-demo': z.null(),
  'connection:remove': z.strictObject({ studio }),
  'connection:rename': z.strictObject({ studio, name: studioName }),
  'connection:test': z.strictObject({ studio }),
  'connection:sign-in-proxy': z.strictObject({
    proxy: text,
    name: z.string().max(4_000),
    password: z.string().max(4_000),
  }),
  'import:read': z.strictObject({ text: z.string().max(500_000), brand: brand.exactOptional() }),
  'import:choose-file': z.strictObject({ brand: brand.exactOptional() }),
  'import:connect': z.strictObject({
    names: z
      .record(z.string().regex(/^\d{1,5}$/), studioName)
      .refine((names) => Object.keys(names).length <= maxStudios),
  }),
  'import:clear': z.null(),
  ...lookupInputs,
  'customer:search': z.strictObject({ reading, where, search: z.int() }),
  'customer:home': z.strictObject({ studio, id }),
  'search:rest': z.strictObject({ rest: z.int() }),
  'search:cancel': z.null(),
  'desk:clear': z.null(),
  'desk:opened': customerRef.extend({
    name: text.exactOptional(),
    number: text.exactOptional(),
    accessRefused: z.literal(true).exactOptional(),
  }),
  'desk:recents': z.null(),
  'desk:revealed': z.null(),
  'desk:overridden': z.null(),
  'desk:used': z.null(),
  'desk:held': z.strictObject({ held: z.int().min(0).max(maxHeldCalls) }),
  'desk:focus': z.null(),
  'phone:index': z.null(),
  'phone:make-index': z.strictObject({
    studios: z.union([z.literal('all'), z.array(studio).max(maxStudios)]),
  }),
  'phone:stop-index': z.null(),
  'phone:forget-index': z.null(),
  'phone:identify': z.strictObject({ number: phoneNumber, studio: studio.exactOptional() }),
  'phone:numbers': customerRef,
  'phone:dial': customerRef.extend({ sent: text.max(100) }),
  'settings:change': z.strictObject(preferenceSchemas).exactPartial(),
  'about:show': z.null(),
  'about:open-logs': z.null(),
  'about:check': z.null(),
  'update:check': z.null(),
  'update:install': z.null(),
  'call:recent': z.null(),
  // SECURITY: one line without invisible characters, so that a name looks like one item and reads in its own order.
  'menu:opened': z.strictObject({
    what: z
      .string()
      .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,60}$/u)
      .exactOptional(),
  }),
  'clipboard:write': z.strictObject({ text: z.string().max(200_000) }),
} satisfies { [C in DeskChannel]: z.ZodType<Input<C>> };
