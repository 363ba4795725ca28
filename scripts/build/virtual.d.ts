/** The address of the Matrix crypto wasm: a content-hashed file beside the chunks, wherever those are served from. */
declare module 'virtual:crypto-wasm-url' {
  const url: string;
  export default url;
}
