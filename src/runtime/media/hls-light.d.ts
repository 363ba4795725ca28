// The light build (no subtitles, alternative audio or DRM: Home Assistant sends none) comes without types of its own.
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
