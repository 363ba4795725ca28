/** Calls over an SFU (MatrixRTC), beside legacy calls: an option of the account, and what it is where nobody chose. */
export const MATRIX_RTC = { name: 'matrixRtc', byDefault: false } as const;
