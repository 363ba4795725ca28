/** The address of the Matrix crypto wasm: a content-hashed file beside the chunks, wherever those are served from. */
declare module 'virtual:crypto-wasm-url' {
  const url: string;
  export default url;
}

/** The address of the worker that encrypts media: a content-hashed classic script beside the chunks. */
declare module 'virtual:media-encryption-worker-url' {
  const url: string;
  export default url;
}
