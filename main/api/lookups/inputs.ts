import { z } from 'zod';
import { searchScopes } from '../../../preload/contract/domain';

/** A text that an agent types or pastes into one field. */
export const text = z.string().max(1_000);

/** An int64 in decimal digits. */
export const id = z.string().regex(/^\d{1,19}$/);

export const scope = z.enum(searchScopes);

/** A `StudioRef`; main looks it up among its studios. */
export const studio = z.string().max(2_000);

export const customerRef = z.strictObject({ studio, id, via: studio.exactOptional() });
