import type { StorageProblem } from '../../runtime/storage/storage.ts';
import { t } from '../localize/more.ts';

/**
 * What an error of this name says; null: it is no such error. Told by its name: the class may come from another
 * evaluation of the module.
 */
export function problemOf(error: unknown, name: string): string | null {
  return error instanceof Error && error.name === name && 'problem' in error ? String(error.problem) : null;
}

/** Why data cannot be kept or read, and what to do; null: it is something else. */
export function storageText(error: unknown): string | null {
  const problem = problemOf(error, 'StorageError') as StorageProblem | null;
  return problem && `${t(`storage.${problem}.title`)}. ${t(`storage.${problem}`)}`;
}
