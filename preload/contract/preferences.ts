/** How this desk looks and how discreet it is: chosen in the settings, unless a policy has chosen already. */
export interface Preferences {
  /** `system`: the nearest language to the OS's that Ringside speaks. */
  language: (typeof languageChoices)[number];
  theme: (typeof themes)[number];
  density: (typeof densities)[number];
  /** Per cent; one of {@link zoomSteps}. */
  zoom: (typeof zoomSteps)[number];
  /** Minutes without a touch after which the customer leaves the desk; 0 never. */
  idleMinutes: number;
  /** E-mail, telephone and address are shown on demand only. */
  maskContact: boolean;
  /** The window is black in screenshots, recordings and shared screens. */
  contentProtection: boolean;
}

export const languageChoices = ['system', 'en', 'de'] as const;
export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['comfortable', 'compact'] as const;
export const zoomSteps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** A day; longer is a mistake. */
export const mostIdleMinutes = 1_440;

export const defaultPreferences: Preferences = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  zoom: 100,
  idleMinutes: 5,
  maskContact: false,
  contentProtection: false,
};

/** What is in force, and what of it the agent cannot change. */
export interface Settings {
  preferences: Preferences;
  /** Set by a policy. */
  locked: (keyof Preferences)[];
}

/** What a caller can be asked for to prove who they are. */
export const verificationFactors = ['dateOfBirth', 'postcode', 'customerNumber'] as const;
export type VerificationFactor = (typeof verificationFactors)[number];
