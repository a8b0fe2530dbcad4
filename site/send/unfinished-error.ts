import { SettingsError } from '#site/settings.ts';

/** What an error says beside its reason. */
interface ErrorParts {
  /** What the command has done by then, if that is known where the error is thrown. */
  readonly outcome?: string | undefined;
  /** Lines that git printed, for the person who looks after the site. */
  readonly output?: string | undefined;
}

/**
 * A command was not finished. The message says why and the way on, what has been done so far (the command knows it best:
 * see `withOutcome`), and what git printed.
 */
export class UnfinishedError extends SettingsError {
  readonly reason: string;
  readonly parts: ErrorParts;

  constructor(reason: string, parts: ErrorParts = {}) {
    const { outcome, output } = parts;
    super(`${reason}${outcome ? ` ${outcome}` : ''}${output ? `\n${output}` : ''}`);
    this.reason = reason;
    this.parts = parts;
  }
}

/** Runs a function whose unfinished errors, where they do not say it, have this outcome. */
export async function withOutcome<Result>(outcome: string, run: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UnfinishedError) || error.parts.outcome !== undefined) throw error;
    throw new UnfinishedError(error.reason, { ...error.parts, outcome });
  }
}
