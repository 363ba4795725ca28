import { expect } from '@open-wc/testing';
import { openLadder, type Rung } from '../../../../src/runtime/media/camera-ladder.ts';
import { cameraError } from '../../../../src/runtime/media/entity.ts';
import { CameraError, type CameraProblem, type OpenCamera } from '../../../../src/runtime/media/media.ts';
import { HomeAssistantError } from '../../../../src/runtime/home-assistant/home-assistant.ts';
import { failingScope, RealPlatform } from './fakes.ts';

describe('openLadder', () => {
  const { log } = new RealPlatform();
  const camera = { path: 'device' } as OpenCamera;
  const rung = (outcome: CameraProblem | 'opens' | Error, allowed = true): Rung => ({
    allowed: () => allowed,
    source: {
      id: 'this_device',
      open: async () => {
        if (outcome === 'opens') return camera;
        throw typeof outcome === 'string' ? new CameraError(outcome, outcome) : outcome;
      },
    },
  });
  const problem = async (...rungs: Rung[]): Promise<string> =>
    openLadder(rungs, failingScope(), log).then(
      () => 'opened',
      (error: CameraError) => error.problem,
    );

  it('takes the first that opens', async () =>
    expect(await openLadder([rung('timeout'), rung('opens'), rung('failed')], failingScope(), log)).to.equal(camera));
  it('leaves out what is not allowed', async () =>
    expect(await problem(rung('timeout'), rung('opens', false))).to.equal('timeout'));
  it('says why the chosen one failed', async () =>
    expect(await problem(rung('not_found'), rung('denied'))).to.equal('not_found'));
  it('says something better than not supported', async () =>
    expect(await problem(rung('not_supported'), rung('unavailable'))).to.equal('unavailable'));
  it('says not supported when that is all', async () =>
    expect(await problem(rung('not_supported'))).to.equal('not_supported'));
  it('takes unknown errors for failures', async () => expect(await problem(rung(new Error('?')))).to.equal('failed'));
  it('without any rung → not supported', async () => expect(await problem()).to.equal('not_supported'));
  it('stops when its scope is closed', async () => {
    const scope = failingScope();
    await scope.close();
    const error: unknown = await openLadder([rung('opens')], scope, log).catch((reason: unknown) => reason);
    expect((error as DOMException).name).to.equal('AbortError');
  });
});

describe('cameraError', () => {
  const table: [unknown, CameraProblem][] = [
    [new CameraError('denied', ''), 'denied'],
    [new HomeAssistantError('connection_lost', ''), 'unavailable'],
    [new HomeAssistantError('timeout', ''), 'timeout'],
    [new HomeAssistantError('webrtc_get_client_config_failed', ''), 'not_supported'],
    [new HomeAssistantError('unknown_error', ''), 'failed'],
    [new TypeError('?'), 'failed'],
    ['?', 'failed'],
  ];
  for (const [error, problem] of table) {
    it(`${error instanceof HomeAssistantError ? error.code : String(error)} → ${problem}`, () =>
      expect(cameraError(error, 'camera.door').problem).to.equal(problem));
  }
});
