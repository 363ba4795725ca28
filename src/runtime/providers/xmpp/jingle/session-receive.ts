import { JingleError } from './errors.ts';
import { acceptContents, addContents, isUsable, rejectContents } from './session-contents.ts';
import {
  type JingleSession,
  type Section,
  type Step,
  close,
  message,
  named,
  remoteDescription,
  replace,
  sectionOf,
  step,
} from './session.ts';
import { candidatesOf, credentialsOf, ready } from './session-transport.ts';
import type { Content, Jingle } from './types.ts';

/**
 * What the other side did. Who it comes from and that its `sid` is of this session is checked before. While `turn` is
 * `ours` an offer of theirs waits for our answer: what comes then should be queued, changes are `out-of-order`.
 * @throws JingleError what to answer instead of a result; the session stays as it was
 */
export function receive(session: JingleSession, jingle: Jingle): Step {
  const { action } = jingle;
  if (action === 'session-initiate') return initiated(session, jingle);
  if (action === 'session-terminate') return step(session, { ended: { reason: jingle.reason } });
  if (session.sections.length === 0) throw new JingleError('out-of-order', action);
  if (action === 'session-info') return step(session, { info: jingle.info });
  if (action === 'session-accept') return accepted(session, jingle);
  if (action === 'transport-info') return transported(session, jingle);
  if (!session.accepted) throw new JingleError('out-of-order', action);
  switch (action) {
    case 'content-add':
      return added(session, jingle);
    case 'content-accept':
      if (session.turn !== 'theirs') throw new JingleError('out-of-order', action);
      return settle({ ...session, bundle: bundleOf(jingle, session) }, acceptContents(session, jingle.contents));
    case 'content-reject':
      if (session.turn !== 'theirs') throw new JingleError('out-of-order', action);
      return settle(session, rejectContents(session, jingle.contents));
    case 'content-modify':
      return modified(session, jingle);
    case 'content-remove':
      return removed(session, jingle);
    case 'transport-replace': {
      const refused = jingle.contents.map((content) => named(content, {}));
      return step(session, { send: [message(session, 'transport-reject', refused)] });
    }
    case 'description-info':
    case 'security-info':
      // Hints: what counts comes with a content.
      return step(session);
    case 'transport-accept':
    case 'transport-reject':
      throw new JingleError('out-of-order', action);
    default:
      return action satisfies never;
  }
}

/** An action of ours was answered with an error: what it added is not there, and nobody waits for it any more. */
export function refused(session: JingleSession, { action, contents }: Jingle): Step {
  const waits = action === 'content-add' && session.turn === 'theirs';
  return waits ? settle(session, rejectContents(session, contents)) : step(session);
}

/**
 * Takes back an offer of ours that nobody answers: the browser rolls it back as well. What it has added is removed over
 * there; an ICE restart is as if it had not been.
 * @throws JingleError `out-of-order` where none waits
 */
export function withdraw(session: JingleSession): Step {
  if (session.turn !== 'theirs' || !session.accepted) throw new JingleError('out-of-order', 'an offer of ours');
  const added = session.sections.filter(({ state }) => state === 'adding').map((section) => named(section));
  return step(
    { ...session, sections: session.before, turn: 'none', before: [], held: [] },
    { send: added.length > 0 ? [message(session, 'content-remove', added)] : [] },
  );
}

function initiated(session: JingleSession, jingle: Jingle): Step {
  if (session.role !== 'responder' || session.sections.length > 0) {
    throw new JingleError('out-of-order', 'session-initiate');
  }
  const usable = jingle.contents.filter(isUsable);
  if (usable.length === 0) {
    const rtp = jingle.contents.some(({ description }) => description?.payloadTypes.length);
    throw new JingleError(rtp ? 'unsupported-transport' : 'unsupported-application', 'session-initiate');
  }
  return offer({ ...session, bundle: bundleOf(jingle) }, addContents(session, session.sections, usable), usable);
}

function accepted(session: JingleSession, jingle: Jingle): Step {
  if (session.role !== 'initiator' || session.accepted || session.turn !== 'theirs') {
    throw new JingleError('out-of-order', 'session-accept');
  }
  let sections = acceptContents(session, jingle.contents);
  // What they do not name they do not take.
  for (const section of sections) if (section.state === 'adding') sections = close(sections, section);
  if (sections.every(({ state }) => state === 'closed')) {
    throw new JingleError('unsupported-application', 'session-accept');
  }
  return settle({ ...session, bundle: bundleOf(jingle), accepted: true }, sections, jingle.contents);
}

function added(session: JingleSession, jingle: Jingle): Step {
  const [usable, other]: [Content[], Content[]] = [[], []];
  for (const content of jingle.contents) (isUsable(content) ? usable : other).push(content);
  const send =
    other.length > 0
      ? [
          message(
            session,
            'content-reject',
            other.map((one) => named(one, {})),
          ),
        ]
      : [];
  if (usable.length === 0) return step(session, { send });
  const sections = addContents(session, giveWay(session, 'content-add'), usable);
  return { ...offer({ ...session, bundle: bundleOf(jingle, session) }, sections, usable), send };
}

function modified(session: JingleSession, { contents }: Jingle): Step {
  let sections = giveWay(session, 'content-modify');
  let changed = false;
  for (const content of contents) {
    const section = known(sections, content);
    if (!content.senders) throw new JingleError('malformed', 'senders of a content');
    changed ||= section.senders !== content.senders;
    sections = replace(sections, section, { senders: content.senders });
  }
  return changed ? offer(session, sections) : step(session);
}

function removed(session: JingleSession, { contents, reason }: Jingle): Step {
  const gone = contents.map((content) => known(session.sections, content));
  if (gone.length > 0 && gone.every(({ state }) => state === 'adding')) {
    return settle(session, rejectContents(session, contents));
  }
  let sections = giveWay(session, 'content-remove');
  for (const content of contents) {
    const section = sectionOf(sections, content);
    if (section) sections = close(sections, section);
  }
  // XEP-0166, 7.2.4: without contents there is no session.
  if (sections.every(({ state }) => state === 'closed')) {
    return step({ ...session, sections }, { ended: { reason: reason ?? 'success' } });
  }
  return gone.length > 0 ? offer(session, sections) : step(session);
}

/** More candidates, or new credentials: an ICE restart of theirs, or their part of ours. */
function transported(session: JingleSession, { contents }: Jingle): Step {
  for (const content of contents) {
    known(session.sections, content);
    if (!content.transport) throw new JingleError('unsupported-transport', 'transport-info');
  }
  const sections = credentialsOf(session.sections, contents);
  const fresh = candidatesOf(sections ?? session.sections, contents);
  if (!sections) return step(...ready(session, fresh));
  if (session.turn === 'theirs' && session.sections.some(({ restarting }) => restarting)) {
    return settle(session, sections, contents);
  }
  const before = giveWay(session, 'transport-info');
  return offer(session, credentialsOf(before, contents) ?? before, contents);
}

/**
 * The sections that an action of theirs starts from. Where one of ours waits, the initiator's wins (XEP-0166,
 * 7.2.16): ours goes on, or is as if it had not been.
 */
function giveWay(session: JingleSession, action: string): readonly Section[] {
  if (session.turn === 'ours') throw new JingleError('out-of-order', action);
  if (session.turn === 'none') return session.sections;
  if (session.role === 'initiator' || !session.accepted) throw new JingleError('tie-break', action);
  return session.before;
}

/** Their offer. */
function offer(session: JingleSession, sections: readonly Section[], contents: readonly Content[] = []): Step {
  const next: JingleSession = { ...session, sections, turn: 'ours', before: [] };
  const [after, more] = ready(next, candidatesOf(sections, contents));
  return step(after, { ...more, description: remoteDescription(after, 'offer') });
}

/** Their answer, once there is one for all that waits for one. */
function settle(session: JingleSession, sections: readonly Section[], contents: readonly Content[] = []): Step {
  const fresh = candidatesOf(sections, contents);
  const waits = sections.some(({ state, restarting }) => state === 'adding' || restarting);
  // Candidates of a way that the browser does not know yet have to wait as well.
  if (waits) return step({ ...session, sections, held: [...session.held, ...fresh] });
  const setup = sections.find(({ theirs }) => theirs)?.theirs?.transport.fingerprints[0]?.setup;
  const next: JingleSession = {
    ...session,
    sections,
    turn: 'none',
    before: [],
    setup: session.setup ?? (setup === 'passive' ? 'passive' : 'active'),
  };
  const [after, more] = ready(next, fresh);
  return step(after, { ...more, description: remoteDescription(after, 'answer') });
}

function known(sections: readonly Section[], content: Content): Section {
  const section = sectionOf(sections, content);
  if (!section) throw new JingleError('unknown-content', 'content');
  return section;
}

/** Who did not bundle at first does not later. */
function bundleOf({ groups }: Jingle, session?: JingleSession): readonly string[] {
  const names = groups.find(({ semantics }) => semantics === 'BUNDLE')?.names ?? [];
  if (!session) return names;
  return session.bundle.length > 0 ? [...new Set([...session.bundle, ...names])] : [];
}
