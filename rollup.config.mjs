/** The build; run by Node 24, which reads TypeScript (`npm run build`). */
export { default } from './scripts/build/rollup.ts';
