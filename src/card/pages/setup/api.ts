import type { CallAssist } from '../../../runtime/api.ts';

/** What setting up a device needs of the runtime. */
export type SetupApi = Pick<
  CallAssist,
  | 'snapshot'
  | 'protocols'
  | 'addAccount'
  | 'verifyAccount'
  | 'signOut'
  | 'configureStation'
  | 'cameras'
  | 'allowSound'
  | 'takeOver'
  | 'checks'
  | 'stationHelpers'
  | 'createHelpers'
  | 'helpersYaml'
  | 'isAdmin'
  | 'simulateCall'
  | 'testCall'
  | 'previewCamera'
  | 'followMicrophone'
  | 'devices'
  | 'watchDevices'
  | 'displays'
  | 'tvView'
  | 'tvViewYaml'
  | 'createTvView'
  | 'command'
>;

export type StationHelper = Awaited<ReturnType<SetupApi['stationHelpers']>>[number];
type CreatedHelpers = Awaited<ReturnType<SetupApi['createHelpers']>>;
export type HelperOutcome = Extract<CreatedHelpers, { ok: true }>['helpers'][number];
export type HelperProblem = NonNullable<HelperOutcome['problem']>;
