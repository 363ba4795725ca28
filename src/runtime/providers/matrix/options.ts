/** Calls over an SFU (MatrixRTC), beside legacy calls: an option of the account, and what it is where nobody chose. */
export const MATRIX_RTC = { name: 'matrixRtc', byDefault: true } as const;

/** Option: address of the service that gives out tokens for an SFU, used where the homeserver names none. */
export const TOKEN_SERVICE = 'livekitServiceUrl';
