/** The account of calls that Home Assistant makes. It is never stored, and nobody signs in to it. */
export const HOME_ACCOUNT = 'home';
