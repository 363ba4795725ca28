import address from 'virtual:media-encryption-worker-url';

/**
 * The worker that encrypts and decrypts media. A page may start the worker of its own origin only; where the card was
 * loaded from another (a TV), a script of the page's own fetches it.
 */
export function openWorker(): Worker {
  const url = new URL(address, location.href);
  if (url.origin === location.origin) return new Worker(url);
  const script = URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(url.href)})`]));
  try {
    return new Worker(script);
  } finally {
    // The worker has begun to load it, or has failed to.
    URL.revokeObjectURL(script);
  }
}
