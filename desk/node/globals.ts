/** The part of Node's object that the modules of the site use: paths in messages are relative to the root. */
export const process = { cwd: () => '/', env: {} };
