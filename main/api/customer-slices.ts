import { z } from 'zod';
import type { CustomerId } from '../../preload/contract/domain';
import { isRecord } from '../is-record';
import type { ApiRequest } from './api-request';
import { integerOf } from './exact-json';
import { fieldFilter } from './json-projection';
import { customerEndpoints } from './lookups/customer';
import { textOf } from './pauses-and-restrictions';

/** Maximum number of customers of a slice (API reference). */
export const maxSliceSize = 500;

/** Minimum number of customers of a slice (API reference). */
export const minSliceSize = 50;

/** Maximum size of a record with all its fields, in bytes. Records of about 2 kB were seen. */
const maxRecordBytes = 8 * 1024;

/** Status of the customers of a slice. */
export type SliceStatus = 'MEMBER' | 'FORMER_MEMBER' | 'PROSPECT';

/** What the telephone index reads of a customer. */
export interface PhoneOwner {
  id: CustomerId;
  /** As the API sends them. */
  phones: string[];
  /** ISO code. */
  country?: string;
  /** The home studio, in decimal digits. */
  studioId?: string;
}

/** Which slice is requested. */
export interface SliceInput {
  status: SliceStatus;
  /** Number of customers, from {@link minSliceSize} to {@link maxSliceSize}. */
  size: number;
  /** As the previous slice gave it; absent for the first. */
  offset?: string | undefined;
}

const phoneFields = ['phonePrivateMobile', 'phonePrivate', 'phoneBusinessMobile', 'phoneBusiness'] as const;

/** Fields of a customer that the telephone index reads. SECURITY: names and IBANs are not among them and never become strings. */
export const phoneOwnerFilter = fieldFilter(['id', 'country', 'studioId', ...phoneFields]);

/** Reads a customer of a slice; undefined for a record without ID, so that one record does not end the index. */
export const phoneOwner = z.unknown().transform((sent): PhoneOwner | undefined => {
  if (!isRecord(sent)) return undefined;
  const id = integerOf(sent.id);
  if (id === undefined) return undefined;
  const phones = phoneFields.map((field) => textOf(sent[field])).filter((phone) => phone !== undefined);
  const [country, studioId] = [textOf(sent.country), integerOf(sent.studioId)];
  return { id, phones, ...(country && { country }), ...(studioId && { studioId }) };
});

/** `GET /v1/customers`: the customers of a studio in slices. */
export function customerSliceRequest({ status, size, offset }: SliceInput): ApiRequest {
  return {
    method: 'GET',
    endpoint: customerEndpoints.studio,
    query: {
      // Members are the default, and versions before 1.11.1 do not know the parameter.
      ...(status !== 'MEMBER' && { customerStatus: status }),
      sliceSize: String(size),
      ...(offset !== undefined && { offset }),
    },
    maxBytes: size * maxRecordBytes,
    isBackground: true,
  };
}
