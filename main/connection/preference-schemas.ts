import { z } from 'zod';
import {
  densities,
  languageChoices,
  maxIdleMinutes,
  type Preferences,
  themes,
  zoomSteps,
} from '../../preload/contract/preferences';

/** Schema of each preference, for the settings screen, `settings.json` and policies alike. */
export const preferenceSchemas = {
  language: z.enum(languageChoices),
  theme: z.enum(themes),
  density: z.enum(densities),
  zoom: z.literal([...zoomSteps]),
  idleMinutes: z.int().min(0).max(maxIdleMinutes),
  maskContact: z.boolean(),
  contentProtection: z.boolean(),
} satisfies { [P in keyof Preferences]: z.ZodType<Preferences[P]> };
