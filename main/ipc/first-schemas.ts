import { z } from 'zod';
import type { FirstChannel, InputSchemas } from './register-handlers';

/** Inputs of the channels that are answered first. The others have a file of their own, which takes longer to load. */
export const firstInputSchemas: InputSchemas<FirstChannel> = { 'app:start': z.null(), 'app:ready': z.null() };
