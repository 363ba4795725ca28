import type { CallRecord } from '../call/effects.ts';
import type { CallPhase, Millis } from '../call/call.ts';
import type { CheckResult } from '../checks/checks.ts';
import type { DisplayView } from '../displays/view.ts';
import type { LogLine } from '../platform/logger.ts';
import type { Account, AccountStatus, CallStats } from '../providers/provider.ts';
import type { Station, StationSwitch } from '../storage/storage.ts';

/** All that a report is made of. It may hold names and addresses: the report is what leaves them out. */
export interface DiagnosticFacts {
  readonly now: Millis;
  readonly versions: {
    readonly card: string;
    readonly homeAssistant: string | null;
    /** `navigator.userAgent`. */
    readonly userAgent: string;
  };
  readonly page: {
    readonly secure: boolean;
    /** As in the snapshot. */
    readonly role: 'starting' | 'owner' | 'other-tab' | 'stopped';
    /** BCP 47, as Home Assistant shows it. */
    readonly language: string;
    /** Kinds of the snapshot's problems. */
    readonly problems: readonly string[];
  };
  /** null: nobody has set one up. */
  readonly station: Pick<Station, 'camera' | 'microphone' | 'deviceCamera' | StationSwitch> | null;
  /** Media players that calls could be moved to; those that never show a call need not be here. */
  readonly displays: readonly Pick<DisplayView, 'ways' | 'inUse' | 'last'>[];
  /** Protocols that this build speaks. */
  readonly protocols: readonly string[];
  readonly accounts: readonly (Pick<Account, 'protocol' | 'address'> & { readonly status: AccountStatus })[];
  readonly checks: readonly CheckResult[];
  /** Calls that are over, in any order. */
  readonly history: readonly CallRecord[];
  /** Calls that run. */
  readonly calls: readonly {
    readonly phase: CallPhase;
    readonly direction: CallRecord['direction'];
    readonly stats: CallStats | null;
  }[];
  /** Of the logger, oldest first. */
  readonly log: readonly LogLine[];
  /** Whatever names people and places: contacts, aliases, stations, devices, users. None of it is in the report. */
  readonly names: readonly string[];
}
