import { expect } from '@open-wc/testing';
import fc from '../../support/fast-check.ts';
import { detailText, errorText, redact } from '../../../../src/runtime/platform/redact.ts';

describe('redact', () => {
  const table: [string, string][] = [
    ['Bearer abc.def-1', 'Bearer …'],
    ['syt_YW5uYQ_aBc_1x2y3z', '…'],
    ['/sync?access_token=short&since=5', '/sync?access_token=…&since=5'],
    ['{"access_token":"abc","user_id":"@anna:example.org"}', '{"access_token":"…","user_id":"@anna:example.org"}'],
    ['password: hunter2', 'password: …'],
    ['key 0123456789abcdef0123456789abcdef', 'key …'],
    ['id 123e4567-e89b-12d3-a456-426614174000', 'id …'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhYmNkZWYifQ.sig', '….….sig'],
    // What people need to read stays.
    ['input_select.call_assist_kitchen_state', 'input_select.call_assist_kitchen_state'],
    ['input_text.call_assist_living_room_2_last_result', 'input_text.call_assist_living_room_2_last_result'],
    ['@anna:example.org hung up after 12 minutes', '@anna:example.org hung up after 12 minutes'],
  ];
  for (const [text, result] of table) it(`${text} → ${result}`, () => expect(redact(text)).to.equal(result));

  it('lets no long run of hexadecimal digits through', () => {
    const hexDigit = fc.constantFrom(...'0123456789abcdef');
    fc.assert(
      fc.property(fc.array(hexDigit, { minLength: 20, maxLength: 80 }), (digits) => {
        expect(redact(`a ${digits.join('')} b`)).to.equal('a … b');
      }),
    );
  });
});

describe('errorText', () => {
  it('is name, code and message, with the cause', () => {
    const cause = Object.assign(new TypeError('failed to fetch'), { code: 'ENET' });
    const error = new Error('no answer', { cause });
    expect(errorText(error)).to.equal('Error no answer ← TypeError ENET failed to fetch');
  });
  it('knows errors of Home Assistant and Matrix, which are no Error', () => {
    expect(errorText({ code: 'not_found', message: 'Service not found' })).to.equal('not_found Service not found');
    expect(errorText({ errcode: 'M_FORBIDDEN', request: { headers: 'secret' } })).to.equal('M_FORBIDDEN');
  });
  it('never tells a whole object', () => {
    expect(errorText({ headers: { authorization: 'x' } })).to.equal('[object Object]');
    expect(errorText(undefined)).to.equal('undefined');
    expect(errorText(3)).to.equal('3');
  });
  it('is short', () => expect(errorText(new Error('word '.repeat(100))).length).to.be.at.most(200));
  it('does not follow causes in a circle', () => {
    const error = new Error('again');
    error.cause = error;
    expect(errorText(error)).to.equal('Error again ← Error again ← Error again');
  });
});

describe('detailText', () => {
  it('shows plain fields, and hides what is secret by its name or looks', () => {
    const detail = {
      phase: 'active',
      ms: 12,
      accessToken: 'abc',
      sdp: 'v=0',
      peer: { name: 'Anna' },
      error: new Error('x'),
    };
    expect(detailText(detail)).to.equal('phase=active ms=12 accessToken=… sdp=… peer={…} error=Error x');
    expect(detailText({ id: '0123456789abcdef01234567' })).to.equal('id=…');
  });
  it('is empty without a detail', () => expect(detailText(undefined)).to.equal(''));
});
