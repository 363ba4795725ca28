/** A name or an address as people mean it when they search: without case, accents and space around it. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLocaleLowerCase();
