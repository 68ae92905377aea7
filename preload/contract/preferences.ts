/** Preferences of this desktop: chosen in the settings, unless a policy sets them. */
export interface Preferences {
  /** `system`: Ringside's language that is nearest to the operating system's. */
  language: (typeof languageChoices)[number];
  theme: (typeof themes)[number];
  density: (typeof densities)[number];
  /** In per cent; one of {@link zoomSteps}. */
  zoom: (typeof zoomSteps)[number];
  /** Minutes without input after which the desk is emptied; 0 never. */
  idleMinutes: number;
  /** True when e-mail, telephone and address are shown only on demand. */
  maskContact: boolean;
  /** True when the window is black in screenshots, recordings and shared screens. */
  contentProtection: boolean;
}

export const languageChoices = ['system', 'en', 'de'] as const;
export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['comfortable', 'compact'] as const;
export const zoomSteps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** Maximum of `idleMinutes`: one day. */
export const maxIdleMinutes = 1_440;

export const defaultPreferences: Preferences = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  zoom: 100,
  idleMinutes: 5,
  maskContact: false,
  contentProtection: false,
};

/** Preferences in force, and those that the agent cannot change. */
export interface Settings {
  preferences: Preferences;
  /** Preferences that a policy sets. */
  locked: (keyof Preferences)[];
}

/** What a caller can be asked for as verification. */
export const verificationFactors = ['dateOfBirth', 'postcode', 'customerNumber', 'address', 'email'] as const;
export type VerificationFactor = (typeof verificationFactors)[number];
