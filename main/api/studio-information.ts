import { z } from 'zod';
import type { Outcome } from '../../preload/contract/problem';
import { cleanName } from '../studio-name';
import type { Credentials } from './api-request';
import type { Http } from './http';
import { textOf } from './pauses-and-restrictions';
import { id } from './schemas';

/** What `GET /v1/studios/information` says about the studio of a key. */
export interface StudioInformation {
  /** Decimal digits. */
  id: string;
  /** Name, with the city where the name does not contain it. Absent where the API sent neither. */
  name?: string;
}

const information = z
  .object({ studioId: id, name: z.unknown().optional(), city: z.unknown().optional() })
  .transform((sent): StudioInformation => {
    const [name, city] = [textOf(sent.name), textOf(sent.city)];
    const isPart = name && city && name.toLowerCase().includes(city.toLowerCase());
    const whole = cleanName([name, !isPart && city].filter(Boolean).join(', '));
    return { id: sent.studioId, ...(whole && { name: whole }) };
  });

/** Path of the studio of a key. */
export const studioEndpoint = '/v1/studios/information';

/** ISO code of the studio's country; undefined where the API sent none. */
export const studioCountry = z
  .object({ countryCode: z.unknown().optional() })
  .transform((sent) => textOf(sent.countryCode));

/** Reads which studio a key belongs to. The key needs the scope `STUDIO_READ`; without it the API answers 403. */
export function readStudioInformation(
  http: Http,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<Outcome<StudioInformation>> {
  return http.json({ method: 'GET', endpoint: studioEndpoint }, information, credentials, signal);
}
