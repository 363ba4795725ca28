/** The ringtones to choose from; all are synthesised. */
export const RINGTONES = ['chimes', 'telephone', 'marimba', 'lullaby', 'doorbell'] as const;
export type RingtoneId = (typeof RINGTONES)[number];
