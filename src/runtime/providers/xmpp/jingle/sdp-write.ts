import { directionOf } from './direction.ts';
import { isMsid } from './sdp-read-rtp.ts';
import type { Credentials, Description, Fingerprint, Media, Parameter, Role, Senders, Setup, Source } from './types.ts';

/** A section of the other side's description. */
export interface WrittenSection {
  readonly mid: string;
  readonly media: Media;
  readonly senders: Senders;
  /** null: rejected. */
  readonly body: {
    readonly description: Description;
    readonly credentials: Credentials;
    readonly options: readonly string[];
    readonly fingerprints: readonly Fingerprint[];
    readonly setup: Setup;
  } | null;
}

/**
 * The other side's description for `setRemoteDescription`, without candidates: those are added one by one.
 * @param writer the role of the other side
 */
export function writeSdp(sections: readonly WrittenSection[], bundle: readonly string[], writer: Role): string {
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    ...(bundle.length > 0 ? [`a=group:BUNDLE ${bundle.join(' ')}`] : []),
    'a=msid-semantic: WMS *',
    ...sections.flatMap((section) => writeSection(section, writer)),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function writeSection({ mid, media, senders, body }: WrittenSection, writer: Role): readonly string[] {
  if (!body) return [`m=${media} 0 UDP/TLS/RTP/SAVPF 0`, 'c=IN IP4 0.0.0.0', `a=mid:${mid}`, 'a=inactive'];
  const { description, credentials, options, fingerprints, setup } = body;
  const formats = description.payloadTypes.map(({ id }) => id);
  return [
    `m=${media} 9 UDP/TLS/RTP/SAVPF ${formats.join(' ')}`,
    'c=IN IP4 0.0.0.0',
    'a=rtcp:9 IN IP4 0.0.0.0',
    `a=ice-ufrag:${credentials.ufrag}`,
    `a=ice-pwd:${credentials.pwd}`,
    // Candidates always trickle, whatever a peer says of itself.
    `a=ice-options:${[...new Set(['trickle', ...options])].join(' ')}`,
    ...fingerprints.map(({ hash, value }) => `a=fingerprint:${hash} ${value}`),
    `a=setup:${setup}`,
    `a=mid:${mid}`,
    ...writeDescription(description, senders, writer),
  ];
}

function writeDescription(description: Description, senders: Senders, writer: Role): readonly string[] {
  const { payloadTypes, feedback, extensions, allowMixedExtensions, sources, sourceGroups, rtcpMux } = description;
  return [
    ...extensions.map(({ id, uri, senders: of }) => {
      return `a=extmap:${id}${of === 'both' ? '' : `/${directionOf(of, writer)}`} ${uri}`;
    }),
    ...(allowMixedExtensions ? ['a=extmap-allow-mixed'] : []),
    `a=${directionOf(senders, writer)}`,
    ...msidLine(sources),
    ...(rtcpMux ? ['a=rtcp-mux'] : []),
    ...feedback.map((one) => `a=rtcp-fb:* ${feedbackText(one)}`),
    ...payloadTypes.flatMap(({ id, name, clockrate, channels, parameters, feedback: own }) => [
      `a=rtpmap:${id} ${name}/${clockrate}${channels === 1 ? '' : `/${channels}`}`,
      ...own.map((one) => `a=rtcp-fb:${id} ${feedbackText(one)}`),
      ...(parameters.length > 0 ? [`a=fmtp:${id} ${parameters.map(parameterText).join(';')}`] : []),
    ]),
    ...sourceGroups.map(({ semantics, ssrcs }) => `a=ssrc-group:${semantics} ${ssrcs.join(' ')}`),
    ...sources.flatMap(writeSource),
  ];
}

/** One section has one track: that of its first source. */
function msidLine(sources: readonly Source[]): readonly string[] {
  const all = sources.flatMap(({ parameters }) => parameters.filter(({ name }) => name === 'msid'));
  const msid = all.find(({ value }) => value !== null && isMsid(value))?.value;
  return msid ? [`a=msid:${msid}`] : [];
}

/** A source without a CNAME is no source to a browser. */
function writeSource({ ssrc, parameters }: Source): readonly string[] {
  const known = parameters.filter(({ name, value }) => name !== 'msid' || (value !== null && isMsid(value)));
  const named = known.some(({ name }) => name === 'cname') ? known : [{ name: 'cname', value: String(ssrc) }, ...known];
  return named
    .filter(({ name }) => name !== '')
    .map(({ name, value }) => `a=ssrc:${ssrc} ${name}${value === null ? '' : `:${value}`}`);
}

function parameterText({ name, value }: Parameter): string {
  return value === null ? name : name === '' ? value : `${name}=${value}`;
}

function feedbackText({ type, subtype }: { readonly type: string; readonly subtype: string | null }): string {
  return subtype === null ? type : `${type} ${subtype}`;
}
