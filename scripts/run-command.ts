import { CounterSettingsError } from '#counter/node/counter-settings.ts';
import { SettingsError } from '#site/settings.ts';

/** Runs a command; what its user set or typed wrongly ends it with one sentence, anything else with its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof CounterSettingsError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
