import type { Candidate, NumberedCandidate } from './types.ts';

const TYPES: readonly Candidate['type'][] = ['host', 'srflx', 'prflx', 'relay'];
const LINE =
  /^(?:a=)?candidate:(\S{1,32}) (\d+) (\S+) (\d+) (\S+) (\d+) typ (\S+)(?: raddr (\S+) rport (\d+))?(?: (.*))?$/;

/** null where Jingle peers have no use for it: TCP, RTCP of its own, the empty one that ends the gathering. */
export function parseCandidate(text: string): NumberedCandidate | null {
  const [, foundation, component, protocol, priority, ip, port, typ, relatedIp, relatedPort, rest = ''] =
    LINE.exec(text.trim()) ?? [];
  const type = TYPES.find((known) => known === typ);
  if (!foundation || !ip || !type || component !== '1' || protocol?.toLowerCase() !== 'udp') return null;
  const candidate: Candidate = {
    foundation,
    priority: Number(priority),
    ip,
    port: Number(port),
    type,
    related: relatedIp === undefined ? null : { ip: relatedIp, port: Number(relatedPort) },
  };
  const [, generation = '0'] = /(?:^| )generation (\d+)/.exec(rest) ?? [];
  return number(candidate, Number(generation));
}

/** Names a candidate: an NCName (XEP-0176, 12) that no other candidate of the same transport has. */
export function number(candidate: Candidate, generation: number): NumberedCandidate {
  const { foundation, type, ip, port } = candidate;
  const id = `c-${generation}-${type}-${foundation}-${ip}-${port}`.replaceAll(/[^0-9A-Za-z.-]/g, '_');
  return { ...candidate, id, generation };
}

export function candidateLine({ foundation, priority, ip, port, type, related }: Candidate): string {
  const base = `candidate:${foundation} 1 udp ${priority} ${ip} ${port} typ ${type}`;
  return related ? `${base} raddr ${related.ip} rport ${related.port}` : base;
}
